//! Why the command could not do what was asked.

/// The input cannot be used. A wrong call never gets here: it is answered when the arguments are read.
#[derive(Debug)]
pub(crate) enum Failure {
    /// For the given reason, which the caller has not seen yet.
    Unusable(String),
    /// The input has errors, and they have been reported.
    Reported,
}
