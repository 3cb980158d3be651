use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    api::commands::run().await
}
