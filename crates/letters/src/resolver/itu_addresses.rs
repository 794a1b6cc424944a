//! The document at an address of the Union. Such addresses contain ids of their own, so the target of a letter's own
//! link is known.

use crate::ids::{
    Body, DocumentId, RadiocommunicationSeries, ResolutionKind, Sector, decimal, full_year, positive,
};

/// The document at an address of the Union, if the address identifies it.
pub(super) fn document_at(address: &str) -> Option<DocumentId> {
    let (_, path) = address.split_once("//")?.1.split_once('/')?;
    let host = address.split_once("//")?.1.split('/').next()?;
    if host != "itu.int" && !host.ends_with(".itu.int") {
        return None;
    }
    let separators = ['/', '?', '&', '=', '#', '!'];
    path.split(separators).find_map(|part| meeting_document(part).or_else(|| file(part)))
}

/// Whether both are the same document, in any edition.
pub(super) fn is_same(there: &DocumentId, cited: &DocumentId) -> bool {
    match (there, cited) {
        // The page of a letter also has its amendments.
        (there, DocumentId::Amendment { of, .. }) => is_same(there, of) || there == cited,
        (
            DocumentId::Recommendation { sector: its, number: there, .. },
            DocumentId::Recommendation { sector, number: cited, .. },
        ) => {
            let series = |number: &str| number.split('-').next().unwrap_or_default().to_owned();
            its == sector && series(there) == series(cited)
        }
        (
            DocumentId::Resolution { number: there, kind, body: its, .. },
            DocumentId::Resolution { number: cited, kind: cited_kind, body, .. },
        ) => there == cited && kind == cited_kind && body.is_none_or(|body| *its == Some(body)),
        _ => there.agrees_with(cited),
    }
}

/// Reads an id of the document system: `S20-SG-CIR-0043`, `S20-CL-C-0043`, `R00-CR-CIR-0384`, `T17-TSB-CIR-0237`. The
/// first is a circular letter, the second a contribution to the Council, despite its letters CL.
fn meeting_document(part: &str) -> Option<DocumentId> {
    let mut fields = part.split('-');
    let (year, group, kind, number) = (fields.next()?, fields.next()?, fields.next()?, fields.next()?);
    let (sector, year) = (year.get(..1)?, full_year(year.get(1..)?)?);
    let number = positive(number)?;
    match (sector, group, kind) {
        ("S", "SG", "CIR") => Some(DocumentId::CircularLetter { year, number }),
        ("S", "CL", "C") => Some(DocumentId::CouncilDocument { year, series: None, number }),
        ("T", "TSB", "CIR") => Some(DocumentId::TsbCircular { period: Some(year), number }),
        ("R", series, "CIR") => {
            let series = RadiocommunicationSeries::named(series)?;
            Some(DocumentId::RadiocommunicationCircular { series, number })
        }
        _ => None,
    }
}

/// Reads the name of a file or page: `T-REC-X.509-201910-I`, `R-REC-M.493`, `RES-099-E.pdf`.
fn file(part: &str) -> Option<DocumentId> {
    for (prefix, sector) in [("T-REC-", Sector::Standardization), ("R-REC-", Sector::Radiocommunication)] {
        if let Some(rest) = part.strip_prefix(prefix) {
            let number = rest.split('-').next()?.to_owned();
            return Some(DocumentId::Recommendation { sector, number, edition: None });
        }
    }
    for (prefix, kind) in [("RES-", ResolutionKind::Resolution), ("DEC-", ResolutionKind::Decision)] {
        if let Some(rest) = part.strip_prefix(prefix) {
            let number: u32 = decimal(rest.split('-').next()?)?;
            let body = Some(Body::Plenipotentiary);
            return Some(DocumentId::Resolution { kind, body, number: number.to_string(), edition: None });
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_the_union_tells_its_document() {
        let at = |address: &str| document_at(address).map(|id| id.to_string());
        for (address, id) in [
            ("https://www.itu.int/md/S20-SG-CIR-0043/fr", "sg/cl/2020/43"),
            ("https://www.itu.int/md/meetingdoc.asp?lang=fr&parent=S20-CL-C-0043", "council/doc/2020/43"),
            ("http://www.itu.int/md/R00-CR-CIR-0384", "br/cr/384"),
            ("https://www.itu.int/rec/T-REC-X.509/en", "itu-t/rec/X.509"),
            ("https://www.itu.int/en/council/Documents/basic-texts-2023/RES-099-E.pdf", "pp/res/99"),
        ] {
            assert_eq!(at(address).as_deref(), Some(id), "{address}");
        }
        assert_eq!(at("https://example.org/md/S20-SG-CIR-0043/fr"), None);
        assert_eq!(at("https://www.itu.int/en/Pages/default.aspx"), None);
    }
}
