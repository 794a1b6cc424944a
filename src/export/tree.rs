//! What programs are given, as a tree: the command writes it as JSON, the element gives it to the page as an object.

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Yes or no.
    Flag(bool),
    /// A count.
    Number(usize),
    /// Text.
    Text(String),
    /// Values in their order.
    List(Vec<Value>),
    /// Values under their names, in this order. Those that hold nothing are left out.
    Object(Vec<(&'static str, Value)>),
}

impl Value {
    /// An object with those of the members that there are.
    pub(crate) fn object(members: impl IntoIterator<Item = (&'static str, Option<Self>)>) -> Self {
        Self::Object(members.into_iter().filter_map(|(name, value)| Some((name, value?))).collect())
    }

    /// The text, if there is one.
    pub(crate) fn text(text: Option<impl ToString>) -> Option<Self> {
        text.map(|text| Self::Text(text.to_string()))
    }

    /// A list of texts; none where there are none.
    pub(crate) fn texts<'text>(texts: impl IntoIterator<Item = &'text String>) -> Option<Self> {
        Self::list(texts.into_iter().map(|text| Self::Text(text.clone())))
    }

    /// A list; none where there is nothing in it.
    pub(crate) fn list(values: impl IntoIterator<Item = Self>) -> Option<Self> {
        let values: Vec<Self> = values.into_iter().collect();
        (!values.is_empty()).then_some(Self::List(values))
    }
}

#[cfg(feature = "command")]
impl serde::Serialize for Value {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::Number(number) => number.serialize(serializer),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(values) => serializer.collect_seq(values),
            Self::Object(members) => {
                serializer.collect_map(members.iter().map(|(name, value)| (name, value)))
            }
        }
    }
}
