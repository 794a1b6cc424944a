//! Sorting by a number, compiled once for all types: each sort of the standard library that is compiled for a type of its
//! own takes more than 3 kB of the browser's module.

/// Sorts the items by their numbers. Items with the same number keep their order.
///
/// ```
/// let mut words = vec!["three", "a", "is", "b"];
/// letters::sorting::sort_by_number(&mut words, |word| word.len() as u64);
/// assert_eq!(words, ["a", "b", "is", "three"]);
/// ```
pub fn sort_by_number<T>(items: &mut Vec<T>, number: impl Fn(&T) -> u64) {
    let numbers: Vec<u64> = items.iter().map(number).collect();
    if numbers.is_sorted() {
        return;
    }
    let mut unsorted: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order(&numbers).into_iter().filter_map(|at| unsorted.get_mut(at)?.take()));
}

/// The indices of the numbers, from the smallest number to the greatest.
fn order(numbers: &[u64]) -> Vec<usize> {
    let mut order: Vec<(u64, usize)> = numbers.iter().copied().zip(0..).collect();
    order.sort_unstable();
    order.into_iter().map(|(_, at)| at).collect()
}
