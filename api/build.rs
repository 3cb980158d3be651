//! The sites are part of the binary: it is built again when they are, and can be built without them.

fn main() {
    for site in ["../web-public/dist", "../web-admin/dist"] {
        println!("cargo::rerun-if-changed={site}");
        let _ = std::fs::create_dir_all(site);
    }
}
