use std::time::Instant;

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use sea_orm::EntityTrait;

use ::entity::fiscal_register;

use crate::features::audit::{Change, audit_change};
use crate::graphql::{Can, Gid, Kind, Permission, TooManyAttempts, app, error, viewer};
use crate::platform::Fault;
use crate::platform::limit::Quota;

use super::types::FiscalRegisterShift;

/// Of one person.
const TESTS: Quota = Quota { name: "register-test", count: 30, per: chrono::TimeDelta::minutes(5) };

#[derive(InputObject)]
pub struct TestFiscalRegisterInput {
    pub id: ID,
}

/// What a register says of itself.
#[derive(SimpleObject)]
pub struct FiscalRegisterTested {
    /// Null: it has answered.
    pub problem: Option<String>,
    /// Its taxpayer, registration and module are what they should be; null without an answer.
    pub matches: Option<bool>,
    /// As the register says; null without an answer.
    pub inn: Option<String>,
    pub reg_number: Option<String>,
    /// FM: number of its fiscal module.
    pub fn_number: Option<String>,
    /// Documents that the module has recorded.
    pub last_fd_number: Option<i32>,
    pub shift: Option<FiscalRegisterShift>,
    /// Milliseconds.
    pub took: i32,
}

#[derive(Union)]
pub enum TestFiscalRegisterResult {
    Tested(FiscalRegisterTested),
    TooManyAttempts(TooManyAttempts),
}

#[derive(Default)]
pub struct TestFiscalRegister;

#[Object]
impl TestFiscalRegister {
    /// Staff: asks a register for its state, and shows what comes. Nothing is recorded.
    #[graphql(guard = "Can(Permission::ManageRegisters)", complexity = "20 + child_complexity")]
    async fn test_fiscal_register(
        &self,
        ctx: &Context<'_>,
        input: TestFiscalRegisterInput,
    ) -> Result<TestFiscalRegisterResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let id = Gid::find(Kind::FiscalRegister, &input.id)?;
        let row = fiscal_register::Entity::find_by_id(id).one(app.db.read()).await.map_err(Fault::from)?;
        let row = row.ok_or_else(error::not_found)?;
        let who = viewer.account_id().unwrap_or_default().to_string();
        if let Err(limited) = app.limits.take(TESTS, &who).await {
            let limited = TooManyAttempts::new(viewer.language, limited.retry_after_seconds);
            return Ok(TestFiscalRegisterResult::TooManyAttempts(limited));
        }
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let subject = format!("fiscal_register:{id}");
        audit_change(app, &tx, viewer, "TEST_FISCAL_REGISTER", &subject, Change::none()).await?;
        tx.commit().await.map_err(Fault::from)?;
        let began = Instant::now();
        let answer = app.registers.open(&row)?.state().await;
        let took = i32::try_from(began.elapsed().as_millis()).unwrap_or(i32::MAX);
        let nothing = FiscalRegisterTested {
            problem: None,
            matches: None,
            inn: None,
            reg_number: None,
            fn_number: None,
            last_fd_number: None,
            shift: None,
            took,
        };
        Ok(TestFiscalRegisterResult::Tested(match answer {
            Err(error) => FiscalRegisterTested { problem: Some(error.to_string()), ..nothing },
            Ok(state) => FiscalRegisterTested {
                matches: Some(state.inn == row.inn && state.reg_number == row.reg_number),
                inn: Some(state.inn),
                reg_number: Some(state.reg_number),
                fn_number: Some(state.fn_number),
                last_fd_number: i32::try_from(state.last_fd_number).ok(),
                shift: state.shift.map(|shift| FiscalRegisterShift {
                    number: i32::try_from(shift.number).unwrap_or(i32::MAX),
                    opened_at: shift.opened_at,
                    closes_at: shift.opened_at + domain::fiscal::SHIFT_LASTS,
                }),
                ..nothing
            },
        }))
    }
}
