use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use domain::money::Currency;
use domain::wallet::Refused;
use rust_decimal::Decimal;

use ::entity::{order, wallet};

use crate::app::App;
use crate::features::order::{Order, PAYMENT_EXTENSION};
use crate::graphql::{Form, InvalidInput, Permission, SignedIn, Viewer, app, error, viewer};
use crate::i18n::money;
use crate::platform::Fault;

use super::access::{find_wallet, wallet_by_number};
use super::top_up::{TopUp, admits, begin};

/// What is to be put on which account.
#[derive(InputObject)]
pub struct TopUpWalletInput {
    /// One of the viewer's own.
    pub wallet_id: Option<ID>,
    /// For cashiers: its number, as the customer says it.
    pub number: Option<String>,
    /// Whole units of the account's currency, with two digits after the point at most.
    pub amount: Decimal,
}

/// An order that puts the money there as soon as it is paid.
#[derive(SimpleObject)]
pub struct TopUpBegun {
    pub order: Order,
}

#[derive(Union)]
pub enum TopUpWalletResult {
    Begun(TopUpBegun),
    InvalidInput(InvalidInput),
}

#[derive(Default)]
pub struct TopUpWallet;

#[Object]
impl TopUpWallet {
    /// Begins to put money on an internal account: an order that is paid like all others, by `startPayment` on the site and by
    /// `takePayment` at a desk. NO_WALLET at `number`; AMOUNT, TOP_UP_SMALLEST, TOP_UP_LARGEST, WALLET_FULL and WALLET_BLOCKED at
    /// `amount`.
    #[graphql(guard = "SignedIn", complexity = "20 + child_complexity")]
    async fn top_up_wallet(&self, ctx: &Context<'_>, input: TopUpWalletInput) -> Result<TopUpWalletResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let mut form = Form::new(viewer.language);
        let wallet = match (&input.wallet_id, &input.number) {
            (Some(id), None) if viewer.is_passenger() => Some(find_wallet(app, viewer, id).await?),
            (None, Some(number)) if viewer.can(Permission::SellAtDesk) => {
                let found = wallet_by_number(app.db.read(), number).await?;
                if found.is_none() {
                    form.wrong("number", "NO_WALLET");
                }
                found
            }
            (Some(_), Some(_)) | (None, None) => return Err(error::bad_input("topUpWallet: walletId or number")),
            _ => return Err(error::forbidden()),
        };
        let amount_minor = form.amount("amount", input.amount, Currency::KGS);
        if let Some(wallet) = wallet.as_ref().filter(|_| form.is_good()) {
            check(app, &mut form, wallet, amount_minor).await?;
        }
        let wallet = match (wallet, form.problem()) {
            (_, Some(problem)) => return Ok(TopUpWalletResult::InvalidInput(problem)),
            (Some(wallet), None) => wallet,
            (None, None) => return Err(error::not_found()),
        };
        let row = start(app, viewer, &wallet, amount_minor).await?;
        let order = if viewer.is_staff() { Order::for_staff(row) } else { Order::customers(row) };
        Ok(TopUpWalletResult::Begun(TopUpBegun { order }))
    }
}

async fn check(
    app: &App,
    form: &mut Form,
    wallet: &wallet::Model,
    amount_minor: i64,
) -> std::result::Result<(), Fault> {
    let limits = app.network.get(app).await?.settings.wallet;
    if let Err(refused) = admits(limits, wallet, amount_minor) {
        let bound = match refused {
            Refused::TooSmall => limits.smallest_minor,
            Refused::TooLarge => limits.largest_minor,
            _ => limits.most_minor,
        };
        let bound = money(form.language(), bound, &wallet.currency);
        form.wrong_with("amount", refused.code(), &[("bound", &bound)]);
    }
    Ok(())
}

async fn start(
    app: &App,
    viewer: &Viewer,
    wallet: &wallet::Model,
    amount_minor: i64,
) -> std::result::Result<order::Model, Fault> {
    let network = app.network.get(app).await?;
    let of = TopUp {
        wallet,
        amount_minor,
        channel: viewer.buyer().channel,
        by: viewer.account_id().filter(|_| viewer.is_passenger()),
        language: viewer.language,
        until: app.clock.now() + network.settings.hold.max(PAYMENT_EXTENSION),
    };
    let tx = app.db.begin().await?;
    let row = begin(app, &tx, &of).await?;
    tx.commit().await?;
    Ok(row)
}
