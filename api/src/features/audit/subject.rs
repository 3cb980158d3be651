//! What people call the things that the log speaks of.

use async_graphql::{Context, Result};
use domain::blank::printed_run;
use sea_orm::EntityTrait;
use uuid::Uuid;

use ::entity::{
    announcement, api_key, blank_block, closure, company, desk, driver, job, layout, manifest_destination, order,
    period_closing, posting, promotion, settlement, shift, terminal_network, vehicle, wallet,
};

use crate::app::App;
use crate::features::network::{in_language, trip_view};
use crate::features::staff::{Role, StaffMember};
use crate::graphql::{app, viewer};
use crate::i18n::Language;
use crate::platform::Fault;

/// Longest beginning of a text, in characters.
const LONGEST: usize = 60;

/// The name of a subject, `kind:id`, in the viewer's language; none where it is gone or has none.
pub async fn subject_name(ctx: &Context<'_>, subject: &str) -> Result<Option<String>> {
    let Some((kind, id)) = subject.split_once(':') else { return Ok(None) };
    let language = viewer(ctx).language;
    if kind == "role" {
        let role = Role::load(ctx, Some(id)).await?;
        return Ok(role.map(|role| language.pick(&role.name_ru, &role.name_ky, &role.name_en).to_owned()));
    }
    match id.parse::<Uuid>() {
        Ok(uuid) if kind == "staff" => Ok(StaffMember::load(ctx, Some(uuid)).await?.map(|member| member.name())),
        Ok(uuid) => Ok(name_of(app(ctx), language, kind, uuid).await?),
        Err(_) => Ok(None),
    }
}

async fn name_of(app: &App, language: Language, kind: &str, id: Uuid) -> Result<Option<String>, Fault> {
    let network = app.network.get(app).await?;
    let place = |id: Uuid| {
        let names = network.stop(id).map(|stop| &stop.names);
        let names = names.or_else(|| network.place(id).map(|place| &place.names));
        names.map(|names| in_language(names, language).to_owned())
    };
    let db = app.db.read();
    Ok(match kind {
        "carrier" => network.carrier(id).map(|carrier| in_language(&carrier.names, language).to_owned()),
        "route" => network.route(id).map(|route| format!("{} {}", route.number, in_language(&route.names, language))),
        "station" | "place" => place(id),
        "trip" => {
            let trip = trip_view(app, id).await?;
            trip.map(|trip| format!("{}, {}", trip.number, trip.service_date.format("%d.%m.%Y")))
        }
        "shift" => match shift::Entity::find_by_id(id).one(db).await? {
            Some(row) => {
                let desk = desk::Entity::find_by_id(row.desk_id).one(db).await?;
                desk.map(|desk| format!("{} № {}", desk.sign, row.number))
            }
            None => None,
        },
        "blank_block" => blank_block::Entity::find_by_id(id)
            .one(db)
            .await?
            .map(|row| printed_run(&row.series, (row.first_number, row.last_number))),
        "company" => company::Entity::find_by_id(id).one(db).await?.map(|row| row.name),
        "wallet" => wallet::Entity::find_by_id(id).one(db).await?.map(|row| row.number),
        "order" => order::Entity::find_by_id(id).one(db).await?.map(|row| row.number),
        "vehicle" => vehicle::Entity::find_by_id(id).one(db).await?.map(|row| format!("{} {}", row.make, row.plate)),
        "driver" => {
            let row = driver::Entity::find_by_id(id).one(db).await?;
            row.map(|row| format!("{} {}", row.last_name, row.first_name))
        }
        "layout" => layout::Entity::find_by_id(id).one(db).await?.map(|row| row.code),
        "closure" => {
            let row = closure::Entity::find_by_id(id).one(db).await?;
            row.map(|row| [row.from_id, row.to_id].into_iter().filter_map(place).collect::<Vec<_>>().join(" — "))
        }
        "announcement" => {
            let row = announcement::Entity::find_by_id(id).one(db).await?;
            row.map(|row| in_language(&row.text, language).chars().take(LONGEST).collect())
        }
        "promotion" => {
            promotion::Entity::find_by_id(id).one(db).await?.map(|row| in_language(&row.name, language).to_owned())
        }
        "terminal_network" => {
            let row = terminal_network::Entity::find_by_id(id).one(db).await?;
            row.map(|row| in_language(&row.name, language).to_owned())
        }
        "settlement" => match settlement::Entity::find_by_id(id).one(db).await? {
            Some(row) => {
                let name =
                    network.carrier(row.carrier_id).map(|carrier| in_language(&carrier.names, language).to_owned());
                Some(format!("{} № {}", name.unwrap_or_default(), row.number))
            }
            None => None,
        },
        "period" => {
            let row = period_closing::Entity::find_by_id(id).one(db).await?;
            row.map(|row| row.last_day.format("%d.%m.%Y").to_string())
        }
        "posting" => posting::Entity::find_by_id(id).one(db).await?.and_then(|row| row.document.or(row.reason)),
        "partner" => api_key::Entity::find_by_id(id).one(db).await?.map(|row| row.name),
        "destination" => manifest_destination::Entity::find_by_id(id).one(db).await?.map(|row| row.name),
        "job" => job::Entity::find_by_id(id).one(db).await?.map(|row| row.kind),
        _ => None,
    })
}
