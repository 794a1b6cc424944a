//! The theme outside of a shadow root.

use lightningcss::selector::{Component, Selector, SelectorList};
use lightningcss::stylesheet::ParserOptions;
use lightningcss::traits::{IntoOwned, ParseWithOptions, ToCss};
use lightningcss::visit_types;
use lightningcss::visitor::{Visit, VisitTypes, Visitor};

use super::{Sheet, printer};

/// Replaces `:host` by `:where(circular-letter)`. In the page the host is an element like any other. `:where` has no
/// specificity, so that every rule of the page overrides the theme, as it overrides `:host` in a shadow root.
pub(super) fn outside(mut sheet: Sheet) -> Result<Sheet, String> {
    sheet.visit(&mut Outside)?;
    Ok(sheet)
}

struct Outside;

impl Visitor<'static> for Outside {
    type Error = String;

    fn visit_types(&self) -> VisitTypes {
        visit_types!(SELECTORS)
    }

    fn visit_selector(&mut self, selector: &mut Selector<'static>) -> Result<(), String> {
        for component in selector.iter_mut_raw_match_order() {
            if let Component::Host(condition) = component {
                let condition = condition.as_ref().map(|condition| condition.to_css_string(printer()));
                let condition = condition.transpose().map_err(|error| error.to_string())?;
                *component = element(&condition.unwrap_or_default())?;
            }
        }
        Ok(())
    }
}

/// `:where(circular-letter…)`.
fn element(condition: &str) -> Result<Component<'static>, String> {
    let selector = format!(":where(circular-letter{condition})");
    let parsed = SelectorList::parse_string_with_options(&selector, ParserOptions::default());
    let parsed = parsed.map_err(|error| format!("{selector}: {error}"))?.into_owned();
    let component = parsed.0.iter().flat_map(Selector::iter_raw_match_order).next();
    component.cloned().ok_or_else(|| format!("{selector}: no selector"))
}

#[cfg(test)]
mod tests {
    use super::super::tests::transformed;

    #[track_caller]
    fn check(css: &str, expected: &str) {
        assert_eq!(transformed(css, super::outside).as_deref(), Ok(expected));
    }

    #[test]
    fn the_host_is_the_element() {
        check(":host { color: red }", ":where(circular-letter){color:red}");
    }

    #[test]
    fn the_host_under_a_condition_is_the_element_under_it() {
        check(":host([theme=dark]) { color: red }", ":where(circular-letter[theme=dark]){color:red}");
    }

    #[test]
    fn the_host_is_found_in_conditions_of_the_page_too() {
        check("@media print { :host { color: red } }", "@media print{:where(circular-letter){color:red}}");
    }
}
