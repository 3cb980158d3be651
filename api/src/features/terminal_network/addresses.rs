use std::net::IpAddr;

use ipnet::IpNet;

/// An address or a block of them, `10.0.0.0/8`, as it is kept; `None`: it is neither.
pub fn read_block(text: &str) -> Option<String> {
    let text = text.trim();
    let single = text.parse::<IpAddr>().map(|address| address.to_canonical().to_string());
    single.or_else(|_| text.parse::<IpNet>().map(|block| block.trunc().to_string())).ok()
}

/// Whether an address is one of those; none at all: every address is.
pub fn is_allowed(blocks: &[String], address: &str) -> bool {
    if blocks.is_empty() {
        return true;
    }
    let Ok(address) = address.parse::<IpAddr>().map(|address| address.to_canonical()) else { return false };
    blocks.iter().any(|block| match block.parse::<IpNet>() {
        Ok(block) => block.contains(&address),
        Err(_) => block.parse() == Ok(address),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_blocks_of_both_kinds() {
        let kept: Vec<String> =
            [" 203.0.113.7 ", "10.1.2.3/8", "2001:db8::1/32", "::1"].into_iter().filter_map(read_block).collect();
        assert_eq!(kept, ["203.0.113.7", "10.0.0.0/8", "2001:db8::/32", "::1"]);
        for (address, allowed) in [
            ("203.0.113.7", true),
            ("::ffff:203.0.113.7", true),
            ("203.0.113.8", false),
            ("10.255.0.1", true),
            ("11.0.0.1", false),
            ("2001:db8:1::5", true),
            ("2001:db9::5", false),
            ("::1", true),
            ("nonsense", false),
            ("", false),
        ] {
            assert_eq!(is_allowed(&kept, address), allowed, "{address}");
        }
        assert!(is_allowed(&[], "192.0.2.1"));
        for text in ["", "10.0.0.0/33", "10.0.0", "example.com", "10.0.0.1 10.0.0.2", "1.2.3.4-5"] {
            assert_eq!(read_block(text), None, "{text}");
        }
    }
}
