//! Fields: an instruction, and the result of it that is shown (ECMA-376, part 1, 17.16).

/// The deepest nesting of fields, and the longest instruction that is read, in bytes.
const DEEPEST: usize = 64;
const LONGEST: usize = 4_096;

/// Fields whose results are of the house: names of the file and its folder, of its authors, of its template.
const OF_HOUSE: [&str; 7] =
    ["FILENAME", "AUTHOR", "LASTSAVEDBY", "USERNAME", "USERINITIALS", "USERADDRESS", "TEMPLATE"];

/// A field that has begun.
#[derive(Debug, Default)]
struct Field {
    instruction: String,
    is_in_result: bool,
    /// The address that the result leads to.
    address: Option<String>,
    is_of_house: bool,
}

/// The fields that have begun, each in the one before.
#[derive(Debug, Default)]
pub(crate) struct Fields {
    open: Vec<Field>,
    /// The number of those that have begun below the deepest.
    deeper: usize,
}

impl Fields {
    pub(crate) fn begin(&mut self) {
        if self.open.len() < DEEPEST {
            self.open.push(Field::default());
        } else {
            self.deeper += 1;
        }
    }

    /// Adds to the instruction of the innermost field.
    pub(crate) fn instruct(&mut self, text: &str) {
        if let Some(field) =
            self.open.last_mut().filter(|field| !field.is_in_result && field.instruction.len() < LONGEST)
        {
            field.instruction.push_str(text);
        }
    }

    pub(crate) fn separate(&mut self) {
        if self.deeper > 0 {
            return;
        }
        if let Some(field) = self.open.last_mut() {
            field.is_in_result = true;
            field.address = address(&field.instruction);
            let name = field.instruction.split_whitespace().next().unwrap_or_default();
            field.is_of_house = OF_HOUSE.iter().any(|known| known.eq_ignore_ascii_case(name));
        }
    }

    pub(crate) fn end(&mut self) {
        if self.deeper > 0 {
            self.deeper -= 1;
        } else {
            self.open.pop();
        }
    }

    /// Whether what is read now is shown: it is no part of an instruction, and no name of the house.
    pub(crate) fn is_shown(&self) -> bool {
        self.open.iter().all(|field| field.is_in_result && !field.is_of_house)
    }

    /// The address that what is read now leads to, by the innermost link.
    pub(crate) fn address(&self) -> Option<&str> {
        self.open.iter().rev().find_map(|field| field.address.as_deref())
    }
}

/// The address in an instruction: `HYPERLINK "https://www.itu.int" \l "place" \o "ITU"`.
fn address(instruction: &str) -> Option<String> {
    let rest = instruction.trim_start();
    let name = rest.get(.."HYPERLINK".len()).filter(|name| name.eq_ignore_ascii_case("HYPERLINK"))?;
    let rest = rest.get(name.len()..)?.trim_start();
    let (address, switches) = match rest.strip_prefix('"') {
        Some(rest) => rest.split_once('"')?,
        None => rest.split_once(' ').unwrap_or((rest, "")),
    };
    // With `\l` alone it leads to a place in the document.
    if address.starts_with('\\') {
        return None;
    }
    let place = switches.split_once("\\l \"").and_then(|(_, rest)| rest.split('"').next());
    Some(with_place(address, place))
}

/// The address with a place in what it leads to.
pub(crate) fn with_place(address: &str, place: Option<&str>) -> String {
    match place.filter(|place| !place.is_empty() && !address.contains('#')) {
        Some(place) => format!("{address}#{place}"),
        None => address.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_of_a_link_is_in_its_instruction() {
        for (instruction, expected) in [
            (" HYPERLINK \"https://www.itu.int/a b\" \\o \"x\" ", Some("https://www.itu.int/a b")),
            (" HYPERLINK \"https://www.itu.int/a\" \\l \"sec2\" ", Some("https://www.itu.int/a#sec2")),
            ("hyperlink https://www.itu.int", Some("https://www.itu.int")),
            (" HYPERLINK \\l \"_Toc1\" ", None),
            (" PAGE ", None),
        ] {
            assert_eq!(address(instruction).as_deref(), expected, "{instruction}");
        }
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
