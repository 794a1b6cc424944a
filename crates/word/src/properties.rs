//! What a file tells of its authors and of other programs, none of which is for readers.

use crate::package::Package;
use crate::receipt::{Receipt, Remark};
use crate::refusal::Refusal;

/// Remarks the names in the properties, macros, templates elsewhere, and embedded objects.
pub(crate) fn remark(
    package: &mut Package<'_>,
    document: &str,
    receipt: &mut Receipt,
) -> Result<(), Refusal> {
    for part in ["docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"] {
        let Some(root) = package.tree(part)? else { continue };
        for child in root.children() {
            let name = child.name.rsplit(':').next().unwrap_or_default();
            let is_name = matches!(name, "creator" | "lastModifiedBy" | "Manager" | "Company");
            let text = child.text();
            if is_name && !text.trim().is_empty() {
                receipt.remark(Remark::NameInProperties(text.trim().to_owned()));
            }
        }
    }
    let folder = document.rsplit_once('/').map_or("", |(folder, _)| folder);
    let settings = package.relationships(&format!("{folder}/settings.xml"))?;
    for template in settings.into_values().filter(|relationship| relationship.kind == "attachedTemplate") {
        receipt.remark(Remark::TemplateDropped(template.target));
    }
    if package.names().any(|name| name.ends_with("vbaproject.bin")) {
        receipt.remark(Remark::MacrosDropped);
    }
    if package.names().any(|name| name.contains("/activex/")) {
        receipt.remark(Remark::ObjectDropped("ActiveX".to_owned()));
    }
    Ok(())
}
