//! Reasons why the command fails.

/// The input cannot be used. Usage errors never get here: they are reported when the arguments are parsed.
#[derive(Debug)]
pub(crate) enum Failure {
    /// For the given reason, not yet reported.
    Unusable(String),
    /// The input has errors, and they have been reported.
    Reported,
}
