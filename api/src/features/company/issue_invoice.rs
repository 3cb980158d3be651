use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use chrono::{NaiveDate, TimeDelta};
use domain::money::{Currency, to_decimal};
use domain::wallet::{EntryKind, InvoiceKind, Turnover};
use rust_decimal::Decimal;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};
use serde_json::json;

use ::entity::{company, company_invoice, wallet, wallet_entry};

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::features::ledger::lock_books;
use crate::features::site::{day_ends, local_today};
use crate::graphql::{Can, Date, Form, Gid, InvalidInput, Kind, Permission, app, error, viewer};
use crate::platform::Fault;

use super::invoice::{CompanyInvoice, Facts, Party, last_period, lines, station};

#[derive(InputObject)]
pub struct IssueInvoiceInput {
    pub company_id: ID,
    /// Of a period: its last day, on the clock of the home station, today at the latest. It begins where the one before it ends.
    pub ends_on: Option<Date>,
    /// Of an advance: the sum, whole som with two digits after the point at most. Either this or the day.
    pub advance: Option<Decimal>,
}

/// An invoice that was issued or cancelled.
#[derive(SimpleObject)]
pub struct InvoiceChanged {
    pub invoice: CompanyInvoice,
}

#[derive(Union)]
pub enum IssueInvoiceResult {
    Issued(InvoiceChanged),
    InvalidInput(InvalidInput),
}

#[derive(Default)]
pub struct IssueInvoice;

#[Object]
impl IssueInvoice {
    /// Staff: issues an invoice to a company: for what it has bought since the last one, with an act, or for an advance. Its figures
    /// stand from then on. IN_FUTURE, BEFORE_LAST_INVOICE and NOTHING_TO_INVOICE at `endsOn`.
    #[graphql(guard = "Can(Permission::ManageClients)", complexity = "50 + child_complexity")]
    async fn issue_invoice(&self, ctx: &Context<'_>, input: IssueInvoiceInput) -> Result<IssueInvoiceResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let id = Gid::find(Kind::Company, &input.company_id)?;
        let tx = app.db.begin().await.map_err(Fault::from)?;
        // Numbers follow one another without a gap.
        lock_books(&tx).await?;
        let company = company::Entity::find_by_id(id).one(&*tx).await.map_err(Fault::from)?;
        let company = company.ok_or_else(error::not_found)?;
        let mut form = Form::new(viewer.language);
        let row = match (input.ends_on, input.advance) {
            (Some(Date(ends_on)), None) => of_period(app, &tx, &company, ends_on, &mut form).await?,
            (None, Some(amount)) => Some(of_advance(app, &tx, &company, amount, &mut form).await?),
            _ => {
                form.wrong("endsOn", "DAY_OR_ADVANCE");
                None
            }
        };
        let Some(row) = row.filter(|_| form.is_good()) else {
            return Ok(tx.give_up(IssueInvoiceResult::InvalidInput(form.told())).await.map_err(Fault::from)?);
        };
        use company_invoice::Column;
        let last = company_invoice::Entity::find().order_by_desc(Column::Number).one(&*tx).await;
        let number = last.map_err(Fault::from)?.map_or(1, |last| last.number + 1);
        let row = company_invoice::Model { number, issued_by: viewer.account_id(), ..row };
        company_invoice::Entity::insert(row.clone().into_active_model())
            .exec_without_returning(&*tx)
            .await
            .map_err(Fault::from)?;
        let currency = Currency::parse(&row.currency).map_err(Fault::from)?;
        let facts = json!({
            "invoice": row.number, "endsOn": row.ends_on, "due": to_decimal(row.due_minor, currency), "dueOn": row.due_on,
        });
        audit_change(app, &tx, viewer, "ISSUE_INVOICE", &format!("company:{id}"), Change::made(&facts)).await?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(IssueInvoiceResult::Issued(InvoiceChanged { invoice: CompanyInvoice(row) }))
    }
}

async fn of_period(
    app: &App,
    tx: &DatabaseTransaction,
    company: &company::Model,
    ends_on: NaiveDate,
    form: &mut Form,
) -> std::result::Result<Option<company_invoice::Model>, Fault> {
    if ends_on > local_today(app.clock.now()) {
        form.wrong("endsOn", "IN_FUTURE");
        return Ok(None);
    }
    // Nothing is entered meanwhile.
    let of = wallet::Entity::find().filter(wallet::Column::CompanyId.eq(company.id)).lock_exclusive();
    let wallet = of.one(tx).await?.ok_or_else(|| Fault::new("a company without its account"))?;
    let last = last_period(tx, company.id).await?;
    if last.as_ref().and_then(|row| row.ends_on).is_some_and(|day| ends_on < day) {
        form.wrong("endsOn", "BEFORE_LAST_INVOICE");
        return Ok(None);
    }
    use wallet_entry::Column;
    let (opening_minor, after) = last.as_ref().map_or((0, 0), |row| (row.closing_minor, row.last_position));
    let entries = wallet_entry::Entity::find()
        .filter(Column::WalletId.eq(wallet.id))
        .filter(Column::Position.gt(after))
        .filter(Column::At.lt(day_ends(ends_on)))
        .order_by_asc(Column::Position)
        .all(tx)
        .await?;
    if entries.is_empty() && opening_minor >= 0 {
        form.wrong("endsOn", "NOTHING_TO_INVOICE");
        return Ok(None);
    }
    let next = last.and_then(|row| row.ends_on).and_then(|day| day.succ_opt());
    let first = entries.first().map(|entry| local_today(entry.at));
    let starts_on = next.or(first).map_or(ends_on, |day| day.min(ends_on));
    let known = |entry: &wallet_entry::Model| {
        let kind = EntryKind::parse(&entry.kind).ok_or_else(|| Fault::new("an entry of no known kind"))?;
        Ok((kind, entry.amount_minor))
    };
    let turnover = Turnover::of(entries.iter().map(known).collect::<std::result::Result<Vec<_>, Fault>>()?);
    let closing_minor = opening_minor + turnover.sum();
    let empty = blank(app, tx, company, &wallet.currency, lines(app, tx, &entries).await?, ends_on).await?;
    Ok(Some(company_invoice::Model {
        kind: InvoiceKind::Period.code().to_owned(),
        starts_on: Some(starts_on),
        ends_on: Some(ends_on),
        opening_minor,
        bought_minor: turnover.bought_minor,
        returned_minor: turnover.returned_minor,
        paid_minor: turnover.paid_minor,
        closing_minor,
        due_minor: (-closing_minor).max(0),
        last_position: entries.last().map_or(after, |entry| entry.position),
        ..empty
    }))
}

async fn of_advance(
    app: &App,
    tx: &DatabaseTransaction,
    company: &company::Model,
    amount: Decimal,
    form: &mut Form,
) -> std::result::Result<company_invoice::Model, Fault> {
    let due_minor = form.sum("advance", amount, Currency::KGS);
    let today = local_today(app.clock.now());
    let empty = blank(app, tx, company, Currency::KGS.code(), Vec::new(), today).await?;
    Ok(company_invoice::Model { kind: InvoiceKind::Advance.code().to_owned(), due_minor, ..empty })
}

/// With the parties as they are now; `from`: the day from which there is time to pay.
async fn blank(
    app: &App,
    tx: &DatabaseTransaction,
    company: &company::Model,
    currency: &str,
    lines: Vec<super::invoice::Line>,
    from: NaiveDate,
) -> std::result::Result<company_invoice::Model, Fault> {
    let facts = Facts {
        station: station(tx).await?,
        company: Party { name: company.name.clone(), inn: company.inn.clone(), address: company.address.clone() },
        contract_number: company.contract_number.clone(),
        contract_from: company.contract_from,
        lines,
    };
    Ok(company_invoice::Model {
        id: app.ids.new(),
        number: 0,
        company_id: company.id,
        kind: String::new(),
        starts_on: None,
        ends_on: None,
        due_on: from + TimeDelta::days(company.term_days.into()),
        currency: currency.to_owned(),
        opening_minor: 0,
        bought_minor: 0,
        returned_minor: 0,
        paid_minor: 0,
        closing_minor: 0,
        due_minor: 0,
        last_position: 0,
        facts: serde_json::to_value(&facts)?,
        issued_at: app.clock.now(),
        issued_by: None,
        cancelled_at: None,
        cancelled_by: None,
        cancelled_reason: None,
    })
}
