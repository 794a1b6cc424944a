fn main() {
    let p = std::env::args().nth(1).unwrap();
    let b = std::fs::read(&p).unwrap();
    let s = circular_viewer::letter::decode(&b).into_owned();
    let l = circular_viewer::letter::read(&s, None);
    for part in &l.parts {
        let mut t = String::new();
        if let Some(label) = &part.label { t += &format!("[{}] ", label.plain()); }
        match &part.block.kind {
            circular_viewer::letter::text::BlockKind::Paragraph(_) | circular_viewer::letter::text::BlockKind::Heading{..} => for line in part.block.lines() { t += &line.plain(); t += " / "; },
            k => t += &format!("{:.60}", format!("{k:?}")),
        }
        println!("{:15} {:.110}", format!("{:?}", part.role), t.chars().take(100).collect::<String>());
    }
}
