//! Which of the two media types of GraphQL over HTTP a client accepts.

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MediaType {
    /// `application/graphql-response+json`: the status code tells of the GraphQL response.
    GraphqlResponse,
    /// `application/json`, of older clients: well-formed requests are answered with 200.
    Json,
}

impl MediaType {
    pub fn name(self) -> &'static str {
        match self {
            MediaType::GraphqlResponse => "application/graphql-response+json; charset=utf-8",
            MediaType::Json => "application/json; charset=utf-8",
        }
    }

    /// By the `Accept` header with its quality values; `None`: neither is accepted (406).
    pub fn accepted(accept: Option<&str>) -> Option<Self> {
        let Some(accept) = accept.filter(|accept| !accept.trim().is_empty()) else { return Some(MediaType::Json) };
        let quality = |wanted: &str| {
            accept
                .split(',')
                .filter_map(|range| {
                    let mut parts = range.split(';').map(str::trim);
                    let name = parts.next()?.to_ascii_lowercase();
                    let specific = match name.as_str() {
                        name if name == wanted => 2,
                        "application/*" => 1,
                        "*/*" => 0,
                        _ => return None,
                    };
                    let mut quality = 1.0f32;
                    for part in parts {
                        if let Some(value) = part.strip_prefix("q=") {
                            quality = value.parse().unwrap_or(0.0);
                        } else if let Some(charset) = part.to_ascii_lowercase().strip_prefix("charset=")
                            && charset.trim_matches('"') != "utf-8"
                        {
                            return None;
                        }
                    }
                    Some((specific, quality))
                })
                .max_by(|a, b| a.0.cmp(&b.0))
                .map_or((0, 0.0), |found| found)
        };
        let graphql = quality("application/graphql-response+json");
        let json = quality("application/json");
        // `*/*` alone is an older client.
        match (graphql.1 > 0.0, json.1 > 0.0) {
            (true, true) if graphql.1 > json.1 || (graphql.1 >= json.1 && graphql.0 > json.0) => {
                Some(MediaType::GraphqlResponse)
            }
            (true, true) if graphql.1 >= json.1 && graphql.0 == 2 => Some(MediaType::GraphqlResponse),
            (_, true) => Some(MediaType::Json),
            (true, false) => Some(MediaType::GraphqlResponse),
            (false, false) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accept_is_negotiated() {
        use MediaType::{GraphqlResponse, Json};
        for (accept, want) in [
            (None, Some(Json)),
            (Some("*/*"), Some(Json)),
            (Some("application/*"), Some(Json)),
            (Some("application/json"), Some(Json)),
            (Some("application/graphql-response+json"), Some(GraphqlResponse)),
            (
                Some("application/graphql-response+json; charset=utf-8, application/json; charset=utf-8"),
                Some(GraphqlResponse),
            ),
            (Some("application/graphql-response+json;q=0.5, application/json"), Some(Json)),
            (Some("text/html"), None),
            (Some("application/json;q=0"), None),
        ] {
            assert_eq!(MediaType::accepted(accept), want, "{accept:?}");
        }
    }
}
