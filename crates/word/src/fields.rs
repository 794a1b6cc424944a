//! Fields: an instruction, and the result of it that is shown (ECMA-376, part 1, 17.16).

/// A field that has begun.
#[derive(Debug, Default)]
struct Field {
    instruction: String,
    is_in_result: bool,
}

/// The fields that have begun, each in the one before.
#[derive(Debug, Default)]
pub(crate) struct Fields {
    open: Vec<Field>,
}

impl Fields {
    pub(crate) fn begin(&mut self) {
        self.open.push(Field::default());
    }

    /// Adds to the instruction of the innermost field.
    pub(crate) fn instruct(&mut self, text: &str) {
        if let Some(field) = self.open.last_mut().filter(|field| !field.is_in_result) {
            field.instruction.push_str(text);
        }
    }

    pub(crate) fn separate(&mut self) {
        if let Some(field) = self.open.last_mut() {
            field.is_in_result = true;
        }
    }

    pub(crate) fn end(&mut self) {
        self.open.pop();
    }

    /// The address that what is read now leads to, by the innermost link.
    pub(crate) fn address(&self) -> Option<&str> {
        self.open
            .iter()
            .rev()
            .filter(|field| field.is_in_result)
            .find_map(|field| address(&field.instruction))
    }
}

/// The address in an instruction: `HYPERLINK "https://www.itu.int" \o "ITU"`.
fn address(instruction: &str) -> Option<&str> {
    let rest = instruction.trim_start();
    let name = rest.get(.."HYPERLINK".len()).filter(|name| name.eq_ignore_ascii_case("HYPERLINK"))?;
    let rest = rest.get(name.len()..)?.trim_start();
    // With `\l` it leads to a place in the document.
    match rest.strip_prefix('"') {
        Some(rest) => rest.split('"').next(),
        None => rest.split_whitespace().next().filter(|word| !word.starts_with('\\')),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_of_a_link_is_in_its_instruction() {
        assert_eq!(
            address(" HYPERLINK \"https://www.itu.int/a b\" \\o \"x\" "),
            Some("https://www.itu.int/a b")
        );
        assert_eq!(address("hyperlink https://www.itu.int"), Some("https://www.itu.int"));
        assert_eq!(address(" HYPERLINK \\l \"_Toc1\" "), None);
        assert_eq!(address(" PAGE "), None);
    }

    #[test]
    fn only_a_result_leads_somewhere() {
        let mut fields = Fields::default();
        fields.begin();
        fields.instruct("HYPERLINK \"https://www.itu.int\"");
        assert_eq!(fields.address(), None);
        fields.separate();
        fields.begin();
        fields.instruct("PAGE");
        assert_eq!(fields.address(), Some("https://www.itu.int"));
        fields.end();
        fields.end();
        fields.end();
        assert_eq!(fields.address(), None);
    }
}
