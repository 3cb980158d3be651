mod documents;
mod filters;
mod graphql_over_http;
mod hostile;
mod lists;
pub mod socket;
pub mod sorting;
