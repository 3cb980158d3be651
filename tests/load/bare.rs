//! A bare axum route that answers a JSON body of the given size: what the machine and the framework can do at all.

use axum::Router;
use axum::routing::post;

pub async fn serve(address: &str) {
    let body = std::env::args().nth(3).and_then(|size| size.parse().ok()).map_or(1024, |size: usize| size);
    let text = format!("{{\"data\":{{\"x\":\"{}\"}}}}", "x".repeat(body.saturating_sub(17)));
    let handler = move |_: axum::body::Bytes| {
        let text = text.clone();
        async move { ([("content-type", "application/json")], text) }
    };
    let app = Router::new().route("/graphql", post(handler));
    let listener = tokio::net::TcpListener::bind(address).await.unwrap();
    axum::serve(listener, app).await.unwrap();
}
