mod graphql_over_http;
mod hostile;
pub mod socket;
