//! The parts before and after the body: the line across the head, labels and their values, the signature.

use super::html::{Attribute, Element, Node, Tag};
use super::inlines::link;
use super::renderer::Renderer;
use crate::address::Address;
use crate::letter::{Part, Role};
use crate::text::characters::is_dash;
use crate::text::tree::{BlockKind, Line};

/// A group of the letterhead: labels, and then their values, each with the role of its part; labels also as plain text.
struct Particulars {
    labels: Vec<(Role, String, Element)>,
    values: Vec<(Role, Element)>,
}

impl Renderer<'_> {
    /// The line across the head of the letter: issuer, place and date; or the date alone, if it is apart.
    pub(super) fn issuance(&self, parts: &[Part]) -> Element {
        let line = |part: &Part| {
            let words = self.lines(part.block.lines());
            let (class, words) = match (part.role, self.letter.metadata.letterhead.date) {
                (Role::Union, _) => ("union", words),
                (Role::Issuer, _) => ("issuer", words),
                (_, Some(date)) => {
                    let words = self.label(part).chain(words);
                    ("date", vec![Tag::Time.holding(words).with(Attribute::Datetime(date)).into()])
                }
                (_, None) => ("date", self.label(part).chain(words).collect()),
            };
            Tag::P.holding(words).with(Attribute::Class(class)).into()
        };
        let is_date_alone = parts.iter().all(|part| part.role == Role::PlaceAndDate);
        let class = if is_date_alone { "dateline" } else { "issuance" };
        Tag::Div.holding(parts.iter().map(line)).with(Attribute::Class(class))
    }

    /// Labels and their values: reference, unit, contact.
    pub(super) fn particulars(&self, parts: &[Part]) -> Element {
        let mut groups: Vec<Particulars> = Vec::new();
        // Consecutive labels before their values stay together, and so do the values.
        let mut stacked = false;
        for part in parts {
            let has_value = !part.block.lines().iter().all(Line::is_blank)
                || !matches!(part.block.kind, BlockKind::Paragraph(_));
            let value = (part.role, Tag::Dd.holding(self.value(part)));
            match (&part.label, groups.last_mut()) {
                (Some(label), last) => {
                    let name = label.plain().trim().trim_end_matches([':', '：']).trim_end().to_owned();
                    let label = (part.role, name, Tag::Dt.holding(self.inlines(&label.content)));
                    match last {
                        Some(group) if stacked => group.labels.push(label),
                        _ => groups.push(Particulars { labels: vec![label], values: Vec::new() }),
                    }
                    if has_value && let Some(group) = groups.last_mut() {
                        group.values.push(value);
                    }
                    stacked = !has_value;
                    continue;
                }
                // A value without a label belongs to the label before it, as the unit does to the reference.
                (None, Some(group)) => group.values.push(value),
                (None, None) => {
                    let label = (part.role, String::new(), Tag::Dt.holding([]));
                    groups.push(Particulars { labels: vec![label], values: vec![value] });
                }
            }
            stacked = false;
        }
        let groups = groups.into_iter().map(|group| Self::group(group).into());
        Tag::Dl.holding(groups.collect::<Vec<Node>>()).with(Attribute::Class("particulars"))
    }

    /// A group of labels and values. If several labels precede their values, each value has its label as its accessible
    /// name, as their places side by side show it visually: the label of the same role or, if several have it, the one
    /// in the same place among them.
    fn group(group: Particulars) -> Element {
        let Particulars { labels, mut values } = group;
        if labels.len() > 1 {
            let mut its_label = labels.first();
            let mut before: Vec<Role> = Vec::new();
            for (role, value) in &mut values {
                let of_role = labels.iter().filter(|(its_role, ..)| its_role == role);
                let passed = before.iter().filter(|its_role| *its_role == role).count();
                its_label = of_role.take(passed + 1).last().or(its_label);
                before.push(*role);
                let label = its_label.map(|(_, label, _)| label.clone());
                value.attributes.extend(label.map(Attribute::Label));
            }
        }
        // HTML allows no label without a value.
        if let ([], Some((role, ..))) = (values.as_slice(), labels.last()) {
            values.push((*role, Tag::Dd.holding([])));
        }
        let labels = labels.into_iter().map(|(.., element)| element);
        let elements = labels.chain(values.into_iter().map(|(_, element)| element)).map(Node::from);
        Tag::Div.holding(elements.collect::<Vec<Node>>())
    }

    /// Numbers are links, even if the source has them as plain text; so are addresses, as everywhere.
    fn value(&self, part: &Part) -> Vec<Node> {
        let lines = part.block.lines();
        if lines.is_empty() {
            return self.block(&part.block, None);
        }
        let [line] = lines else { return self.lines(lines) };
        // The letter's own links are kept.
        if line.has_link() {
            return self.lines(lines);
        }
        let address = match part.role {
            Role::Phone | Role::Fax => Address::phone(&line.plain()),
            _ => None,
        };
        match address {
            // A telefax number is isolated like the others, but not linked: it is not dialled from a browser.
            Some(_) if part.role == Role::Fax => vec![Tag::Bdi.holding(self.lines(lines)).into()],
            Some(address) => vec![link(address, self.lines(lines)).into()],
            None => self.lines(lines),
        }
    }

    pub(super) fn signature(&self, parts: &[Part]) -> Element {
        let line = |part: &Part| {
            let class = match part.role {
                Role::Signed => "signed",
                Role::Signatory => "signatory",
                _ => "title",
            };
            Tag::P.holding(self.lines(part.block.lines())).with(Attribute::Class(class)).into()
        };
        Tag::Div.holding(parts.iter().map(line)).with(Attribute::Class("signature"))
    }

    /// The label of a part, with the space between it and the value.
    pub(super) fn label(&self, part: &Part) -> impl Iterator<Item = Node> {
        let label = part.label.as_ref().map(|label| {
            let label = Tag::Span.holding(self.inlines(&label.content)).with(Attribute::Class("label"));
            // A list of dashes begins under its label.
            let first = part.block.lines().first().map(Line::plain).unwrap_or_default();
            let is_list = first.starts_with(|c| is_dash(c) || c == '•');
            [label.into(), if is_list { Tag::Br.holding([]).into() } else { Node::Text(" ".to_owned()) }]
        });
        label.into_iter().flatten()
    }
}

#[cfg(test)]
mod tests {
    use crate::ids::Language;
    use crate::letter::read;
    use crate::page::{letter, to_html};

    #[test]
    fn a_label_without_a_value_has_an_empty_one() {
        let telefax = read("Ref: CL-20/43\n\nTel: +41 22 730 5111\n\nFax:\n\nDear Sir,\n", None);
        let html = to_html(&letter(&telefax, &[], Language::English));
        assert!(html.contains("<div><dt>Fax:</dt><dd></dd></div>"), "{html}");
    }

    #[test]
    fn the_third_column_of_a_letterhead_stands_together_before_the_subject() {
        let three = read(
            "| Ref: | CL-20/43 | |\n|---|---|---|\n| Tel: | +41 22 730 5111 | Copy: |\n| Fax: | +41 22 730 5112 | - Sector \
             Members |\n| Subject: | Specimen | |\n\nDear Sir,\n",
            None,
        );
        let html = to_html(&letter(&three, &[], Language::English));
        let order = ["Tel:", "Fax:", "Copy:</span><br>- Sector Members", "Specimen"];
        assert!(order.map(|words| html.find(words).unwrap()).is_sorted(), "{html}");
    }
}
