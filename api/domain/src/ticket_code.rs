//! The text of a ticket's QR code: what a validator needs offline, signed with Ed25519.
//!
//! `BKT1.` and base64url of: version byte, key id (4 bytes), payload (JSON array), signature (64 bytes). A validator
//! holds public keys by their id and a list of revoked ticket numbers; keys may overlap.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};
use uuid::Uuid;

const PREFIX: &str = "BKT1.";
const VERSION: u8 = 1;
const SIGNATURE: usize = 64;

pub type KeyId = [u8; 4];

/// What a ticket's code says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TicketClaims {
    pub number: String,
    pub trip: Uuid,
    /// 0-based places of the boarding and alighting stops among the trip's calls.
    pub from_call: u16,
    pub to_call: u16,
    /// Empty where seats are not numbered.
    pub seat: String,
    /// Departure from the boarding stop, whole seconds.
    pub departs_at: DateTime<Utc>,
    /// The ticket says nothing after that; whole seconds.
    pub valid_until: DateTime<Utc>,
}

#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadTicketCode {
    #[error("this is not a ticket of this system")]
    Foreign,
    #[error("the code is of a version that this validator does not know")]
    Version,
    #[error("the key that signed it is unknown or retired")]
    UnknownKey,
    #[error("the signature is wrong: the ticket was forged or damaged")]
    Signature,
}

/// The first four bytes of the public key's SHA-256.
pub fn key_id(key: &VerifyingKey) -> KeyId {
    let digest = Sha256::digest(key.as_bytes());
    [digest[0], digest[1], digest[2], digest[3]]
}

pub fn sign(claims: &TicketClaims, key: &SigningKey) -> String {
    let payload = serde_json::json!([
        claims.number,
        URL_SAFE_NO_PAD.encode(claims.trip.as_bytes()),
        claims.from_call,
        claims.to_call,
        claims.seat,
        claims.departs_at.timestamp(),
        claims.valid_until.timestamp(),
    ])
    .to_string();
    let mut bytes = vec![VERSION];
    bytes.extend_from_slice(&key_id(&key.verifying_key()));
    bytes.extend_from_slice(payload.as_bytes());
    let signature = key.sign(&bytes);
    bytes.extend_from_slice(&signature.to_bytes());
    format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(bytes))
}

/// Reads a code and checks its signature against the keys in force.
pub fn verify(code: &str, keys: &[VerifyingKey]) -> Result<TicketClaims, BadTicketCode> {
    let body = code.strip_prefix(PREFIX).ok_or(BadTicketCode::Foreign)?;
    let bytes = URL_SAFE_NO_PAD.decode(body).map_err(|_| BadTicketCode::Foreign)?;
    if bytes.first() != Some(&VERSION) {
        return Err(BadTicketCode::Version);
    }
    if bytes.len() < 5 + SIGNATURE {
        return Err(BadTicketCode::Foreign);
    }
    let (signed, signature) = bytes.split_at(bytes.len() - SIGNATURE);
    let key = keys.iter().find(|key| key_id(key) == signed[1..5]).ok_or(BadTicketCode::UnknownKey)?;
    let signature = Signature::from_slice(signature).map_err(|_| BadTicketCode::Signature)?;
    key.verify_strict(signed, &signature).map_err(|_| BadTicketCode::Signature)?;
    read(&signed[5..]).ok_or(BadTicketCode::Foreign)
}

fn read(payload: &[u8]) -> Option<TicketClaims> {
    let (number, trip, from_call, to_call, seat, departs, until): (String, String, u16, u16, String, i64, i64) =
        serde_json::from_slice(payload).ok()?;
    let trip = Uuid::from_slice(&URL_SAFE_NO_PAD.decode(trip).ok()?).ok()?;
    Some(TicketClaims {
        number,
        trip,
        from_call,
        to_call,
        seat,
        departs_at: DateTime::from_timestamp(departs, 0)?,
        valid_until: DateTime::from_timestamp(until, 0)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn key(seed: u8) -> SigningKey {
        SigningKey::from_bytes(&[seed; 32])
    }

    fn claims() -> TicketClaims {
        TicketClaims {
            number: "T-7F3K2QXM".into(),
            trip: Uuid::from_u128(7),
            from_call: 0,
            to_call: 3,
            seat: "12".into(),
            departs_at: DateTime::from_timestamp(1_800_000_000, 0).unwrap(),
            valid_until: DateTime::from_timestamp(1_800_100_000, 0).unwrap(),
        }
    }

    #[test]
    fn a_signed_code_is_read_back() {
        let code = sign(&claims(), &key(1));
        assert_eq!(verify(&code, &[key(2).verifying_key(), key(1).verifying_key()]), Ok(claims()));
        assert!(code.len() < 300, "a QR code of {} characters is hard to read", code.len());
    }

    #[test]
    fn unknown_and_retired_keys_are_refused() {
        let code = sign(&claims(), &key(1));
        assert_eq!(verify(&code, &[key(2).verifying_key()]), Err(BadTicketCode::UnknownKey));
        assert_eq!(verify(&code, &[]), Err(BadTicketCode::UnknownKey));
        assert_eq!(verify("hello", &[key(1).verifying_key()]), Err(BadTicketCode::Foreign));
    }

    #[test]
    fn no_mutation_is_accepted() {
        // A million by TICKET_MUTATIONS=1000000 in the long run of the suite; the planted bug that this catches is a
        // verifier that skips the signature, see below.
        let mutations: u64 = std::env::var("TICKET_MUTATIONS").ok().and_then(|n| n.parse().ok()).unwrap_or(20_000);
        let code = sign(&claims(), &key(1)).into_bytes();
        let keys = [key(1).verifying_key()];
        let alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        let mut state = 0x9E37_79B9_7F4A_7C15u64;
        let mut next = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state
        };
        let mut unsigned_would_pass = 0u64;
        for _ in 0..mutations {
            let mut mutated = code.clone();
            for _ in 0..=next() % 3 {
                let at = PREFIX.len() + usize::try_from(next()).unwrap_or(0) % (mutated.len() - PREFIX.len());
                mutated[at] = alphabet[usize::try_from(next()).unwrap_or(0) % 64];
            }
            if mutated == code {
                continue;
            }
            let text = String::from_utf8(mutated).unwrap();
            assert!(verify(&text, &keys).is_err(), "accepted: {text}");
            let bytes = URL_SAFE_NO_PAD.decode(&text[PREFIX.len()..]).unwrap_or_default();
            let readable = bytes.len() > 5 + SIGNATURE && read(&bytes[5..bytes.len() - SIGNATURE]).is_some();
            unsigned_would_pass += u64::from(readable);
        }
        // Positive control: without the signature many of these would have been taken for tickets.
        assert!(unsigned_would_pass > mutations / 100);
    }

    proptest! {
        #[test]
        fn garbage_never_panics(text in ".{0,300}") {
            let _ = verify(&format!("{PREFIX}{text}"), &[key(1).verifying_key()]);
        }
    }
}
