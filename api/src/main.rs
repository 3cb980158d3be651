use std::process::ExitCode;

/// Quicker than the system's with the many small pieces of a request, and it gives memory back.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> ExitCode {
    api::commands::run().await
}
