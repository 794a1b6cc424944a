fn main() {
    let all: Vec<String> = std::fs::read_dir("tests/letters").unwrap().map(|e| e.unwrap().path()).filter(|p| p.extension().is_some_and(|e| e == "md")).map(|p| std::fs::read_to_string(p).unwrap()).collect();
    let mut n = 0;
    for _ in 0..100 { for s in &all { n += circular_viewer::letter::read(std::hint::black_box(s), None).parts.len(); } }
    println!("{n}");
}
