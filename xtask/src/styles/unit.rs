//! Lengths that follow the text around the element.

use lightningcss::properties::Property;
use lightningcss::properties::PropertyId;
use lightningcss::properties::custom::{TokenList, TokenOrValue, UnparsedProperty};
use lightningcss::stylesheet::ParserOptions;
use lightningcss::traits::IntoOwned;
use lightningcss::values::length::LengthValue;
use lightningcss::visit_types;
use lightningcss::visitor::{Visit, VisitTypes, Visitor};

/// Replaces each `rem`, which follows the root of the page, by the element's own unit: the font size around it.
/// Conditions of container queries cannot contain custom properties; there it becomes `em`, the font size of the
/// container, which is the same.
pub(super) struct OwnUnit;

impl<'i> Visitor<'i> for OwnUnit {
    type Error = String;

    fn visit_types(&self) -> VisitTypes {
        visit_types!(PROPERTIES | TOKENS | LENGTHS)
    }

    /// A typed value cannot contain a reference to a custom property, so a value with a length in `rem` becomes a list
    /// of tokens.
    fn visit_property(&mut self, property: &mut Property<'i>) -> Result<(), String> {
        let value = property.value_to_css_string(super::printer()).map_err(|error| error.to_string())?;
        if value.contains("rem") && !matches!(property, Property::Unparsed(_) | Property::Custom(_)) {
            let property_id = property.property_id();
            *property = Property::Unparsed(UnparsedProperty { property_id, value: tokens(&value)? });
        }
        property.visit_children(self)
    }

    fn visit_token(&mut self, token: &mut TokenOrValue<'i>) -> Result<(), String> {
        match token {
            TokenOrValue::Length(LengthValue::Rem(number)) => *token = in_own_unit(*number)?,
            token => token.visit_children(self)?,
        }
        Ok(())
    }

    /// Of lengths outside of declarations, only those of conditions are left.
    fn visit_length(&mut self, length: &mut LengthValue) -> Result<(), String> {
        if let LengthValue::Rem(number) = length {
            *length = LengthValue::Em(*number);
        }
        Ok(())
    }
}

fn in_own_unit(number: f32) -> Result<TokenOrValue<'static>, String> {
    let value = if number == 1.0 {
        "var(--letter-unit)".to_owned()
    } else {
        format!("calc({number}*var(--letter-unit))")
    };
    tokens(&value)?.0.into_iter().next().ok_or_else(|| format!("{value} has no tokens"))
}

/// The tokens of a value. It is parsed as a custom property, whose value is never typed.
fn tokens(value: &str) -> Result<TokenList<'static>, String> {
    match Property::parse_string(PropertyId::from("--value"), value, ParserOptions::default()) {
        Ok(Property::Custom(custom)) => Ok(custom.into_owned().value),
        _ => Err(format!("{value} has no tokens")),
    }
}

#[cfg(test)]
mod tests {
    use super::super::in_own_unit;
    use super::super::tests::transformed;

    #[track_caller]
    fn check(css: &str, expected: &str) {
        assert_eq!(transformed(css, in_own_unit).as_deref(), Ok(expected));
    }

    #[test]
    fn a_length_follows_the_text_around_the_element() {
        check("p { margin: -0.5rem }", "p{margin:calc(-.5*var(--letter-unit))}");
        check("p { padding: 2px 0 1.25rem }", "p{padding:2px 0 calc(1.25*var(--letter-unit))}");
    }

    #[test]
    fn a_length_of_one_is_the_unit() {
        check("p { font-size: 1rem }", "p{font-size:var(--letter-unit)}");
    }

    #[test]
    fn a_length_in_a_function_or_a_custom_property_follows_it_too() {
        check(
            "p { inline-size: min(23rem, 100vw) }",
            "p{inline-size:min(calc(23*var(--letter-unit)),100vw)}",
        );
        check("p { --step: 1.5rem }", "p{--step:calc(1.5*var(--letter-unit))}");
        check(
            "p { top: calc(var(--inset) + 2rem) }",
            "p{top:calc(var(--inset) + calc(2*var(--letter-unit)))}",
        );
    }

    #[test]
    fn other_units_and_other_words_are_left_alone() {
        check("p { margin: 1em; content: \"2rem\" }", "p{margin:1em;content:\"2rem\"}");
    }

    #[test]
    fn a_condition_follows_the_text_of_the_container() {
        check("@container (min-width: 45rem) { p { top: 0 } }", "@container (min-width:45em){p{top:0}}");
        check(
            "@container (min-width: 45rem) and (max-width: 69.99rem) { p { top: 0 } }",
            "@container (min-width:45em) and (max-width:69.99em){p{top:0}}",
        );
    }
}
