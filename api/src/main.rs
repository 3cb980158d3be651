use std::process::ExitCode;

/// Quicker than the system's with the many small pieces of a request, and it gives memory back.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Bytes. A request is one future of a whole use case within the engine's own, and a debug build takes more than the two megabytes
/// that threads have by themselves. What is not used is not memory.
const STACK: usize = 8 * 1024 * 1024;

fn main() -> ExitCode {
    match tokio::runtime::Builder::new_multi_thread().enable_all().thread_stack_size(STACK).build() {
        // On a thread of its own: the first one has what the system gives it.
        Ok(runtime) => runtime.block_on(async {
            tokio::spawn(api::commands::run()).await.unwrap_or_else(|failed| {
                eprintln!("{failed}");
                ExitCode::FAILURE
            })
        }),
        Err(error) => {
            eprintln!("The server cannot begin: {error}");
            ExitCode::FAILURE
        }
    }
}
