//! What a file is, by its first bytes: what it is called is not believed.

/// What kind of document the first bytes of a file say it is: what browsers show and cannot run.
pub fn document_type(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [b'%', b'P', b'D', b'F', b'-', ..] => Some("application/pdf"),
        _ => picture_type(bytes),
    }
}

/// What kind of picture the first bytes of a file say it is.
pub fn picture_type(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xff, 0xd8, 0xff, ..] => Some("image/jpeg"),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some("image/png"),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some("image/webp"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_it_begins_with() {
        assert_eq!(document_type(b"%PDF-1.7\n..."), Some("application/pdf"));
        assert_eq!(document_type(&[0xff, 0xd8, 0xff, 0xe0]), Some("image/jpeg"));
        assert_eq!(picture_type(b"%PDF-1.7"), None);
        for hostile in [&b"<svg onload=alert(1)>"[..], b"<html>", b"MZ\x90", b"", b"%PDF", b"RIFF....WAVE"] {
            assert_eq!(document_type(hostile), None);
        }
    }
}
