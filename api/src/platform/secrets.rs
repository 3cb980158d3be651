use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use ed25519_dalek::SigningKey;
use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};
use std::sync::Arc;
use tokio::sync::Semaphore;
use uuid::Uuid;

use super::Fault;
use super::ids::Ids;

/// Keys derived from the master secret, one for each purpose, so that none can stand in for another.
#[derive(Clone)]
pub struct Secrets(Arc<Inner>);

struct Inner {
    jwt: [u8; 32],
    link: [u8; 32],
    code: [u8; 32],
    index: [u8; 32],
    sandbox: [u8; 32],
    seal: XChaCha20Poly1305,
    ticket: SigningKey,
    /// A password check costs about 20 ms and 19 MiB: only a few at once.
    passwords: Semaphore,
}

/// The version of the sealing key, the first byte of every sealed value.
const SEAL_VERSION: u8 = 1;

impl Secrets {
    /// `master` has at least 32 bytes of randomness in production.
    pub fn new(master: &[u8]) -> Self {
        let derive = |purpose: &str| -> [u8; 32] { mac(master, purpose.as_bytes()) };
        Secrets(Arc::new(Inner {
            jwt: derive("access token"),
            link: derive("order link"),
            code: derive("one-time code"),
            index: derive("blind index"),
            sandbox: derive("sandbox gateway"),
            seal: XChaCha20Poly1305::new(&Key::from(derive("sealed personal data"))),
            ticket: SigningKey::from_bytes(&derive("ticket signature")),
            passwords: Semaphore::new(4),
        }))
    }

    pub fn jwt_key(&self) -> &[u8] {
        &self.0.jwt
    }

    /// What the sandbox bank and its adapter sign their messages with.
    pub fn sandbox_key(&self) -> &[u8] {
        &self.0.sandbox
    }

    pub fn ticket_key(&self) -> &SigningKey {
        &self.0.ticket
    }

    /// The secret of an order's link: derived, so that a copy of the database opens no order.
    pub fn order_secret(&self, order: Uuid) -> String {
        URL_SAFE_NO_PAD.encode(&mac(&self.0.link, order.as_bytes())[..16])
    }

    pub fn order_secret_matches(&self, order: Uuid, given: &str) -> bool {
        same(self.order_secret(order).as_bytes(), given.as_bytes())
    }

    /// Keyed hash of a one-time code or a token: what is stored in its place.
    pub fn token_hash(&self, scope: &str, token: &str) -> Vec<u8> {
        mac(&self.0.code, format!("{scope}\n{token}").as_bytes()).to_vec()
    }

    /// Keyed blind index: finds a sealed value by equality without opening any.
    pub fn blind_index(&self, field: &str, value: &str) -> Vec<u8> {
        mac(&self.0.index, format!("{field}\n{value}").as_bytes())[..16].to_vec()
    }

    /// Seals personal data; `owner` is the row it belongs to, so that it can't be moved to another.
    pub fn seal(&self, ids: &Ids, owner: Uuid, plain: impl AsRef<[u8]>) -> Result<Vec<u8>, Fault> {
        let nonce = ids.bytes::<24>();
        let sealed = self
            .0
            .seal
            .encrypt(&XNonce::from(nonce), Payload { msg: plain.as_ref(), aad: owner.as_bytes() })
            .map_err(|_| Fault::new("sealing failed"))?;
        let mut out = vec![SEAL_VERSION];
        out.extend_from_slice(&nonce);
        out.extend_from_slice(&sealed);
        Ok(out)
    }

    /// A text that was sealed.
    pub fn open(&self, owner: Uuid, sealed: &[u8]) -> Result<String, Fault> {
        Ok(String::from_utf8(self.open_bytes(owner, sealed)?)?)
    }

    /// What was sealed.
    pub fn open_bytes(&self, owner: Uuid, sealed: &[u8]) -> Result<Vec<u8>, Fault> {
        let (version, rest) = sealed.split_first().ok_or_else(|| Fault::new("sealed value is empty"))?;
        if *version != SEAL_VERSION || rest.len() < 24 {
            return Err(Fault::new("sealed value has an unknown version"));
        }
        let (nonce, body) = rest.split_at(24);
        let nonce: [u8; 24] = nonce.try_into()?;
        self.0
            .seal
            .decrypt(&XNonce::from(nonce), Payload { msg: body, aad: owner.as_bytes() })
            .map_err(|_| Fault::new("sealed value does not open with this key"))
    }

    /// Argon2id with the library's parameters (19 MiB, two passes), off the async threads and few at once.
    pub async fn hash_password(&self, password: &str) -> Result<String, Fault> {
        let _permit = self.0.passwords.acquire().await?;
        let password = password.to_owned();
        tokio::task::spawn_blocking(move || {
            Argon2::default()
                .hash_password(password.as_bytes())
                .map(|hash| hash.to_string())
                .map_err(|error| Fault::new(error.to_string()))
        })
        .await?
    }

    /// Compares with `hash`, or with a hash nobody has, so that an unknown login takes as long as a wrong password.
    pub async fn password_matches(&self, password: &str, hash: Option<&str>) -> Result<bool, Fault> {
        const NOBODY: &str =
            "$argon2id$v=19$m=19456,t=2,p=1$YmVrZXRiZWtldGJla2V0YQ$o1h9dB0pRr7pH0q3gqPzkq6B8nHq8tC8u0lXvJ0kYdE";
        let _permit = self.0.passwords.acquire().await?;
        let (password, known) = (password.to_owned(), hash.is_some());
        let hash = hash.unwrap_or(NOBODY).to_owned();
        tokio::task::spawn_blocking(move || {
            let parsed = PasswordHash::new(&hash).map_err(|error| Fault::new(error.to_string()))?;
            Ok(Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok() && known)
        })
        .await?
    }
}

/// HMAC-SHA-256.
pub fn mac(key: &[u8], message: &[u8]) -> [u8; 32] {
    #[expect(clippy::expect_used, reason = "HMAC takes a key of any length")]
    let mut mac = <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(key).expect("any key length");
    mac.update(message);
    mac.finalize().into_bytes().into()
}

/// SHA-256, in hexadecimal: the fingerprint of an input.
pub fn fingerprint(input: &[u8]) -> String {
    Sha256::digest(input).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Compares in a time that doesn't depend on where the two differ.
pub fn same(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && a.iter().zip(b).fold(0u8, |sum, (x, y)| sum | (x ^ y)) == 0
}
