mod cabinet;
mod codes;

mod sessions;

pub use codes::register;
