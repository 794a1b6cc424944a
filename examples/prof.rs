fn main() {
    let s = std::fs::read_to_string("letters/cl-20-43/fr.md").unwrap();
    let mut n = 0;
    for _ in 0..20000 { n += circular_viewer::letter::read(std::hint::black_box(&s), None).parts.len(); }
    println!("{n}");
}
