//! Guards the letter's style sheets against those of the page.

use std::{iter, mem};

use lightningcss::declaration::DeclarationBlock;
use lightningcss::properties::Property;
use lightningcss::rules::layer::{LayerBlockRule, LayerName};
use lightningcss::rules::{CssRule, CssRuleList, Location};
use lightningcss::stylesheet::{ParserOptions, StyleSheet};

/// The spacing of text. A reader may need more of it (WCAG 2.2, 1.4.12), so these properties are never important.
const SPACING: [&str; 3] = ["letter-spacing", "line-height", "word-spacing"];

/// The name of the cascade layer.
const LAYER: &str = "circular-letter";

/// The declarations that are kept.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kept {
    /// Those of the look, made important.
    Look,
    /// Those of the spacing, as they are.
    Spacing,
}

/// The style sheet in a cascade layer in which every declaration is important, followed by its declarations of spacing
/// as they are.
///
/// An important declaration in a layer wins over every declaration outside of layers, so no rule of the page overrides
/// it; within the layer the rules keep their order. Counter styles and pages have no importance. They follow the layer: inside of
/// it, one of the page with the same name would win.
pub(super) fn guarded<'i>(sheet: StyleSheet<'i>) -> Result<StyleSheet<'i>, String> {
    let spacing = kept(sheet.rules.clone(), Kept::Spacing)?;
    let layer = CssRule::LayerBlock(LayerBlockRule {
        name: Some(LayerName(iter::once(LAYER.into()).collect())),
        rules: kept(sheet.rules, Kept::Look)?,
        loc: Location { source_index: 0, line: 0, column: 0 },
    });
    let rules = CssRuleList(iter::once(layer).chain(spacing.0).collect());
    Ok(StyleSheet::new(sheet.sources, rules, ParserOptions::default()))
}

/// The rules with these declarations only. Rules that are left without any are removed.
fn kept<'i>(rules: CssRuleList<'i>, part: Kept) -> Result<CssRuleList<'i>, String> {
    let mut left = Vec::new();
    for mut rule in rules.0 {
        let is_empty = match &mut rule {
            CssRule::Style(style) => {
                part.of(&mut style.declarations)?;
                style.rules = kept(take(&mut style.rules), part)?;
                style.is_empty()
            }
            CssRule::Media(media) => within(&mut media.rules, part)?,
            CssRule::Container(container) => within(&mut container.rules, part)?,
            CssRule::Supports(supports) => within(&mut supports.rules, part)?,
            CssRule::CounterStyle(_) | CssRule::Page(_) => part == Kept::Look,
            rule => {
                return Err(format!("xtask/src/styles/guard.rs does not know this kind of rule: {rule:?}"));
            }
        };
        if !is_empty {
            left.push(rule);
        }
    }
    Ok(CssRuleList(left))
}

/// Keeps these declarations in the rules of a conditional rule. True if none is left.
fn within(rules: &mut CssRuleList<'_>, part: Kept) -> Result<bool, String> {
    *rules = kept(take(rules), part)?;
    Ok(rules.0.is_empty())
}

fn take<'i>(rules: &mut CssRuleList<'i>) -> CssRuleList<'i> {
    CssRuleList(mem::take(&mut rules.0))
}

impl Kept {
    fn of(self, block: &mut DeclarationBlock<'_>) -> Result<(), String> {
        let DeclarationBlock { declarations, important_declarations: important } = block;
        if declarations.iter().any(|property| property.property_id().name() == "font") {
            return Err(
                "font: sets the line height too, which must not be important: write the longhands".to_owned()
            );
        }
        let is_spacing = |property: &Property<'_>| SPACING.contains(&property.property_id().name());
        declarations.retain(|property| is_spacing(property) == (self == Self::Spacing));
        match self {
            // Declarations that were already important still win.
            Self::Look => {
                mem::swap(declarations, important);
                important.append(declarations);
            }
            Self::Spacing => important.clear(),
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::transformed;

    fn guarded(css: &str) -> Result<String, String> {
        transformed(css, super::guarded)
    }

    #[test]
    fn the_look_is_important_in_a_layer() {
        let expected = "@layer circular-letter{p{color:red!important;margin:0!important}}";
        assert_eq!(guarded("p { color: red; margin: 0 }").as_deref(), Ok(expected));
    }

    #[test]
    fn spacing_stays_quiet_behind_the_layer() {
        let expected =
            "@layer circular-letter{p{color:red!important}}p{letter-spacing:normal;line-height:1.5}";
        assert_eq!(
            guarded("p { letter-spacing: normal; color: red; line-height: 1.5 }").as_deref(),
            Ok(expected)
        );
    }

    #[test]
    fn conditions_hold_for_both_parts() {
        let expected =
            "@layer circular-letter{@media print{p{color:red!important}}}@media print{p{line-height:1}}";
        assert_eq!(guarded("@media print { p { color: red; line-height: 1 } }").as_deref(), Ok(expected));
        let css = guarded("@container letter (max-width: 40rem) { p { color: red } a { line-height: 1 } }")
            .unwrap();
        assert_eq!(css.matches("@container letter").count(), 2, "{css}");
    }

    #[test]
    fn what_is_important_already_still_comes_last() {
        let expected = "@layer circular-letter{p{color:red!important;color:#00f!important}}";
        assert_eq!(guarded("p { color: blue !important; color: red }").as_deref(), Ok(expected));
    }

    #[test]
    fn a_counter_style_stands_behind_the_layer() {
        let css =
            guarded("@counter-style x { system: extends decimal; suffix: \") \" } p { color: red }").unwrap();
        assert!(css.starts_with("@layer circular-letter{p{color:red!important}}@counter-style x{"), "{css}");
        assert!(!css.contains("decimal!important"), "{css}");
    }

    #[test]
    fn the_shorthand_of_fonts_is_refused() {
        assert!(guarded("p { font: 1em serif }").unwrap_err().contains("line height"));
    }

    #[test]
    fn a_rule_that_is_not_known_is_refused() {
        assert!(guarded("@keyframes x { to { color: red } }").is_err());
    }
}
