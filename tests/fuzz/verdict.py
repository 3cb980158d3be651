"""What an answer to a made-up request says about the server."""

import json

# The resolver answered, with data or with an expected error.
REACHED = "reached"
# The request ended before its resolver: its form, its budget, its session, a limit.
REFUSED = "refused"
# A failure of ours.
INTERNAL = "internal"


def verdict(status, content):
    """The verdict and the words for it."""
    text = content.decode("utf-8", "replace")
    if status >= 500:
        return INTERNAL, f"HTTP {status}: {text[:500]}"
    try:
        body = json.loads(text)
    except ValueError:
        return INTERNAL, f"HTTP {status} without JSON: {text[:500]}"
    if not isinstance(body, dict):
        return INTERNAL, f"not an answer of GraphQL: {text[:500]}"
    errors = body.get("errors") or []
    for error in errors:
        if (error.get("extensions") or {}).get("code") in (None, "INTERNAL"):
            return INTERNAL, json.dumps(error, ensure_ascii=False)[:500]
    if errors and all(not error.get("path") for error in errors):
        return REFUSED, ""
    if any(error["extensions"]["code"] in ("RATE_LIMITED", "UNAUTHENTICATED", "FORBIDDEN") for error in errors):
        return REFUSED, ""
    return REACHED, ""
