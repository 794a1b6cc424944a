//! Sorting by a number or by a text, compiled once for all types: each sort of the standard library that is compiled for a
//! type of its own takes more than 3 kB of the browser's module.

use std::collections::BinaryHeap;

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
    // Numbers with the most significant byte first have the order of their bytes.
    let keys = numbers.into_iter().map(|number| number.to_be_bytes().to_vec());
    arrange(items, order(keys.zip(0..).collect()));
}

/// Sorts the items by texts, byte by byte. Items with the same text keep their order.
///
/// ```
/// let mut numbers = vec![10, 9, 100];
/// letters::sorting::sort_by_text(&mut numbers, |number| number.to_string());
/// assert_eq!(numbers, [10, 100, 9]);
/// ```
pub fn sort_by_text<T>(items: &mut Vec<T>, text: impl Fn(&T) -> String) {
    let keys = items.iter().map(|item| text(item).into_bytes());
    let order = order(keys.zip(0..).collect());
    arrange(items, order);
}

fn arrange<T>(items: &mut Vec<T>, order: Vec<usize>) {
    let mut unsorted: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.into_iter().filter_map(|at| unsorted.get_mut(at)?.take()));
}

/// The indices of the keys, from the smallest key to the greatest.
fn order(keys: Vec<(Vec<u8>, usize)>) -> Vec<usize> {
    // The code of a heap is a quarter of that of `sort_unstable`.
    BinaryHeap::from(keys).into_sorted_vec().into_iter().map(|(_, at)| at).collect()
}
