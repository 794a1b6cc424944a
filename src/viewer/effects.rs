//! Effects of components: code that runs in the browser after a rendering.
//!
//! Yew compiles its hook anew for each use, which weighs more than most effects do. This one is compiled once.

use std::any::Any;

use yew::prelude::*;

/// Runs the effect after the rendering, if its dependency has changed since the last time. Its return value, a listener
/// for example, is kept until then, and dropped before it runs again or when the component is removed.
#[hook]
pub(super) fn use_effect_on<D: PartialEq + 'static, K: 'static>(
    dependency: D,
    effect: impl FnOnce(&D) -> K + 'static,
) {
    use_erased_effect(
        Box::new(dependency),
        Box::new(move |dependency| match dependency.downcast_ref() {
            Some(dependency) => Box::new(effect(dependency)),
            None => Box::new(()),
        }),
    );
}

/// The dependency of an effect that runs after every rendering.
pub(super) struct EveryRendering;

impl PartialEq for EveryRendering {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

/// The dependency of an effect, of any type.
trait Dependency: Any {
    fn is(&self, other: &dyn Any) -> bool;
}

impl<D: PartialEq + 'static> Dependency for D {
    fn is(&self, other: &dyn Any) -> bool {
        other.downcast_ref() == Some(self)
    }
}

/// A dependency that Yew can compare.
struct Erased(Box<dyn Dependency>);

impl PartialEq for Erased {
    fn eq(&self, other: &Self) -> bool {
        self.0.is(&*other.0)
    }
}

/// An effect on a dependency of any type, and its return value.
type Effect = Box<dyn FnOnce(&dyn Any) -> Box<dyn Any>>;

#[hook]
fn use_erased_effect(dependency: Box<dyn Dependency>, effect: Effect) {
    use_effect_with(Erased(dependency), move |Erased(dependency)| {
        let kept = effect(&**dependency);
        move || drop(kept)
    });
}
