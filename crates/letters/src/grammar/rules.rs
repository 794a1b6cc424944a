//! Which rule reads which token.

use super::reader::{Found, Reader};
use super::terms::Term;
use super::tokens::Kind;
use crate::ids::Issuer;

impl Reader<'_> {
    /// Reads the whole text.
    pub(super) fn read(mut self) -> Vec<Found> {
        let mut at = 0;
        while at < self.tokens.len() {
            // Each step advances, so that the loop ends.
            at = self.citation_at(at).unwrap_or(at + 1).max(at + 1);
        }
        self.found
    }

    /// Reads the citation, or what resembles one, that begins at this token, and returns the token after it.
    fn citation_at(&mut self, at: usize) -> Option<usize> {
        match self.kind(at)? {
            Kind::Word(term) => self.word(at, term),
            Kind::Number => {
                let first = self.number_first(at).or_else(|| self.study_group_letter(at));
                let abbreviated = first.or_else(|| self.number_of_abbreviation(at));
                abbreviated.or_else(|| self.old_council_document(at))
            }
            Kind::Code => self.recommendation_of_series(at).or_else(|| self.code_of_bulletin(at)),
            Kind::Other => {
                let document = self.regional_agreement(at).or_else(|| self.contribution(at));
                document.or_else(|| self.code_of_handbook(at, at))
            }
            _ => None,
        }
    }

    fn word(&mut self, at: usize, term: Term) -> Option<usize> {
        match term {
            Term::ConferenceRecommendation => None,
            // “the MD-11 freighter”: elsewhere the word “letter” is before the code.
            Term::Md if self.circumstances.issuer != Some(Issuer::DevelopmentBureau) => None,
            _ if term.resolution().is_some() => {
                let resolution = self.resolution(at).or_else(|| self.back_reference(at));
                resolution.or_else(|| self.code_of_handbook(at, at))
            }
            _ if term.amendment().is_some() || term == Term::Amended => {
                self.amendment(at).or_else(|| self.part_of_recommendation(at))
            }
            Term::Annex | Term::Supplement => self.part_of_recommendation(at),
            Term::ImplementersGuide => self.implementers_guide(at),
            Term::RulesOfProcedure => self.provision_of_rules(at),
            Term::FinalActs => self.final_acts(at),
            Term::Handbook => self.handbook(at),
            Term::Ifrb => self.letter_of_ifrb(at),
            _ if term.group().is_some() => self.document_alone(at),
            _ if term.bureau().is_some() => self.number_first(at).or_else(|| self.letter_of_bureau(at)),
            _ if term.is_letter() => {
                self.letter(at, at).or_else(|| self.back_reference(at)).or_else(|| self.awaited(at))
            }
            _ if term.series().is_some() => self.number_first(at).or_else(|| self.coded_letter(at)),
            _ if term.sector().is_some() => self.technical_of_sector(at).or_else(|| self.number_first(at)),
            Term::Recommendation => {
                let technical = self.recommendation(at).or_else(|| self.recommendation_of_conference(at));
                technical.or_else(|| self.back_reference(at))
            }
            Term::Question => self.question(at).or_else(|| self.back_reference(at)),
            Term::QuestionCode => self.question_code(at),
            Term::Opinion => self.opinion(at).or_else(|| self.back_reference(at)),
            Term::OperationalBulletin => self.operational_bulletin(at),
            Term::Document => self.document(at).or_else(|| self.back_reference(at)),
            Term::CouncilCode => self.documents_first(at).or_else(|| self.document_alone(at)),
            Term::Article | Term::Section | Term::Appendix | Term::NumberSign | Term::NumberSigns => {
                let part = self.part_of_recommendation(at).or_else(|| self.provision(at));
                let provision = part.or_else(|| self.number_first(at));
                provision.or_else(|| self.back_reference(at))
            }
            Term::Cs | Term::Cv | Term::Gr | Term::Rr | Term::AppendixCode => {
                let first = term.basic_text().and_then(|text| self.number_first_of(at, text));
                first.or_else(|| self.abbreviated_provision(at))
            }
            Term::Constitution
            | Term::Convention
            | Term::GeneralRules
            | Term::RadioRegulations
            | Term::TelecommunicationRegulations
            | Term::OptionalProtocol
            | Term::FinancialRegulations => self.basic_text(at),
            Term::Ordinal => self.number_first(at),
            Term::Plenipotentiary | Term::Wtsa | Term::Wtdc | Term::Wrc | Term::Council | Term::Wcit => {
                self.documents_first(at).or_else(|| self.number_first(at))
            }
            _ => None,
        }
    }
}
