mod documents;
mod filters;
pub mod furnished;
mod graphql_over_http;
mod hostile;
mod lists;
pub mod socket;
pub mod sorting;
