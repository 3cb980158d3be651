use async_graphql::{Object, Result};
use chrono::{DateTime, Utc};
use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};

use ::entity::ticket;

use crate::platform::Fault;

/// The right to travel.
#[derive(Clone)]
pub struct Ticket {
    pub row: ticket::Model,
}

impl From<ticket::Model> for Ticket {
    fn from(row: ticket::Model) -> Self {
        Ticket { row }
    }
}

/// The right to travel.
#[Object]
impl Ticket {
    /// For people; unique.
    async fn number(&self) -> &str {
        &self.row.number
    }

    /// Number of the blank that it was sold on by hand, `АБ 000123`; null for all others.
    async fn blank(&self) -> Option<&str> {
        self.row.blank.as_deref()
    }

    /// Text of the QR code: signed with Ed25519, verified offline with the keys of
    /// `/.well-known/beket-ticket-keys.json`.
    async fn qr(&self) -> &str {
        &self.row.qr
    }

    /// The QR code as an SVG image.
    async fn qr_svg(&self) -> Result<String> {
        Ok(qr_svg(&self.row.qr)?)
    }

    /// UTC.
    async fn issued_at(&self) -> DateTime<Utc> {
        self.row.issued_at
    }

    /// False once it was given back or replaced by another.
    async fn valid(&self) -> bool {
        self.row.void_at.is_none()
    }
}

/// The code's modules: `true` is dark. Square, row by row.
pub fn qr_modules(text: &str) -> Result<(usize, Vec<bool>), Fault> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M)?;
    let width = code.width();
    Ok((width, code.to_colors().into_iter().map(|color| color == qrcode::Color::Dark).collect()))
}

pub fn qr_svg(text: &str) -> Result<String, Fault> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M)?;
    Ok(code.render::<svg::Color<'_>>().min_dimensions(220, 220).quiet_zone(true).build())
}
