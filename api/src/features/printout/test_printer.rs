use async_graphql::{Context, ID, InputObject, Object, Result};
use sea_orm::EntityTrait;
use serde_json::json;

use ::entity::desk;

use crate::features::site::HOME_ZONE;
use crate::features::station::{may_change, sees_station};
use crate::features::ticket::qr_modules;
use crate::graphql::{Can, Gid, Kind, Permission, app, error, viewer};
use crate::i18n::t;
use crate::platform::Fault;
use crate::platform::slip::Row;

use super::send::{Asked, print_at};
use super::types::PrintResult;

#[derive(InputObject)]
pub struct TestPrinterInput {
    pub desk_id: ID,
}

#[derive(Default)]
pub struct TestPrinter;

#[Object]
impl TestPrinter {
    /// Staff: prints a slip that tells whether a desk's printer has all letters, both edges and a code that can be read.
    /// NO_PRINTER at `desk`.
    #[graphql(guard = "Can(Permission::ManageTimetable)", complexity = "50 + child_complexity")]
    async fn test_printer(&self, ctx: &Context<'_>, input: TestPrinterInput) -> Result<PrintResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        may_change(viewer)?;
        let desk = desk::Entity::find_by_id(Gid::find(Kind::Desk, &input.desk_id)?).one(app.db.read()).await;
        let desk = desk.map_err(Fault::from)?.filter(|desk| sees_station(viewer, desk.stop_id));
        let desk = desk.ok_or_else(error::not_found)?;
        let word = |key: &str| t(viewer.language, &format!("printer.{key}"), &[]);
        let time = app.clock.now().with_timezone(&HOME_ZONE).format("%d.%m.%Y %H:%M").to_string();
        let (width, dark) = qr_modules(&app.config.public_url)?;
        let slip = vec![
            Row::Title(word("test")),
            Row::Pair(t(viewer.language, "shift_report.desk", &[]), desk.sign.clone()),
            Row::Text(time),
            Row::Rule,
            Row::Text("АБВГДЕЁЖЗИЙКЛМНҢОӨПРСТУҮФХЦЧШЩЪЫЬЭЮЯ".to_owned()),
            Row::Text("абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя".to_owned()),
            Row::Text("ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz 0123456789 № « » — ₸ $ €".to_owned()),
            Row::StrongPair("|<".to_owned(), ">|".to_owned()),
            Row::Code(width, dark),
        ];
        let asked = Asked {
            kind: "TEST",
            order: None,
            shift: None,
            tickets: Vec::new(),
            slips: vec![slip],
            subject: format!("station:{}", desk.stop_id),
            facts: json!({ "desk": desk.sign }),
        };
        Ok(print_at(app, viewer, &desk, asked).await?)
    }
}
