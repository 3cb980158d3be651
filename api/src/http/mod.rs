//! The server: GraphQL over HTTP and WebSocket, the two sites, files, gateways' callbacks, health.

mod answers;
mod door;
mod endpoint;
mod exports;
mod graphql_request;
mod health;
mod media_type;
mod origin;
mod pages;
mod photos;
mod refund_documents;
mod registries;
mod serve;
mod socket;
mod terminals;
mod viewer;

pub use door::listen;
pub use serve::{router, serve};
pub use viewer::forwarded;
