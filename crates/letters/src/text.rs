//! Text: the tree that all converters' output becomes, what its characters are, and the tables of words it is compared with.

pub(crate) mod characters;
pub(crate) mod folding;
pub mod passage;
pub(crate) mod scanning;
pub mod tree;
pub(crate) mod words;
