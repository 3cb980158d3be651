//! Gateways that speak the wire of banks: a QR code of the bank, the national one of ours, and cards on the bank's page.

use async_graphql::async_trait::async_trait;
use axum::http::HeaderMap;
use domain::elqr;
use domain::money::Currency;
use domain::payment::{News, Report};
use uuid::Uuid;

use super::adapter::{BadCallback, Callback, Charge, Created, Gateway, GatewayError, Reply};
use super::wire::{PaymentTold, Wire, opened};

/// How customers pay there.
pub enum Way {
    /// By a code that the bank makes for each payment.
    Qr,
    /// By a code that is made here, by the national rules; the bank tells when it was paid by.
    Elqr(elqr::Merchant),
    /// By card: it is seen by the bank's page alone.
    Card,
}

pub struct Bank {
    pub wire: Wire,
    pub way: Way,
}

impl Bank {
    /// What a payment is called there.
    fn reference(&self, payment: Uuid) -> String {
        match self.way {
            Way::Elqr(_) => elqr::reference(payment),
            Way::Qr | Way::Card => payment.to_string(),
        }
    }
}

fn without(what: &str) -> GatewayError {
    GatewayError::Unknown(format!("a payment without {what}"))
}

fn with_code(told: PaymentTold) -> Result<Created, GatewayError> {
    let qr = told.qr.filter(|text| !text.is_empty() && text.len() <= 1_000);
    let qr = Some(qr.ok_or_else(|| without("its code"))?);
    Ok(Created { gateway_ref: told.id, redirect_url: None, qr, app_url: opened(told.link)? })
}

fn with_page(told: PaymentTold) -> Result<Created, GatewayError> {
    let page = opened(told.page)?.ok_or_else(|| without("its page"))?;
    Ok(Created { gateway_ref: told.id, redirect_url: Some(page), ..Created::default() })
}

#[async_trait]
impl Gateway for Bank {
    async fn create(&self, charge: &Charge) -> Reply<Created> {
        match &self.way {
            Way::Qr => self.wire.create(charge).await.map(with_code),
            Way::Card => self.wire.create(charge).await.map(with_page),
            Way::Elqr(merchant) => {
                let link = elqr::write(merchant, charge.payment, charge.amount_minor, &charge.number);
                let created = link.map(|link| Created {
                    gateway_ref: elqr::reference(charge.payment),
                    redirect_url: None,
                    qr: Some(link.clone()),
                    app_url: Some(link),
                });
                Reply::own(created.map_err(|error| GatewayError::Refused(error.to_string())))
            }
        }
    }

    async fn status(&self, payment: Uuid) -> Reply<Report> {
        let mut reply = self.wire.status(&self.reference(payment)).await;
        // The bank hears of a code of ours only when somebody pays by it.
        if matches!(self.way, Way::Elqr(_)) && reply.outcome == Err(GatewayError::NoSuchPayment) {
            reply.outcome = Ok(News::Pending.into());
        }
        reply
    }

    fn read_callback(&self, headers: &HeaderMap, body: &[u8]) -> Result<Callback, BadCallback> {
        self.wire.read_callback(headers, body)
    }

    async fn capture(&self, payment: Uuid, amount_minor: i64, currency: Currency) -> Reply<Report> {
        self.wire.capture(&self.reference(payment), amount_minor, currency).await
    }

    async fn void(&self, payment: Uuid) -> Reply<Report> {
        self.wire.void(&self.reference(payment)).await
    }

    async fn refund(&self, refund: Uuid, payment: Uuid, amount_minor: i64, currency: Currency) -> Reply<()> {
        self.wire.refund(refund, self.reference(payment), amount_minor, currency).await
    }

    async fn test(&self) -> Reply<()> {
        self.wire.test().await
    }
}
