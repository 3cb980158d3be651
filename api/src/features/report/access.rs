//! Which data sets, rows and columns are whose: all by the right, a representative's by the carrier, others' by station.

use async_graphql::Error;
use chrono::NaiveDate;
use domain::report::{Definition, Period, problems};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use ::entity::stop;

use crate::app::App;
use crate::features::site::local_today;
use crate::graphql::{Form, InvalidInput, Viewer, error};
use crate::platform::Fault;

use super::data_set::DataSet;
use super::input::ReportDefinition;
use super::statement::{Asked, Whose};

/// A question that may be asked.
pub struct Question {
    pub definition: Definition,
    pub set: &'static DataSet,
    whose: Whose,
    days: domain::report::Days,
    today: NaiveDate,
}

impl Question {
    pub fn asked<'a>(&'a self, app: &App, viewer: &Viewer) -> Asked<'a> {
        Asked {
            set: self.set,
            definition: &self.definition,
            days: self.days,
            today: self.today,
            language: viewer.language,
            backend: app.db.read().get_database_backend(),
            whose: &self.whose,
        }
    }

    pub fn days(&self) -> domain::report::Days {
        self.days
    }
}

/// The question as it was typed, if it is one that the viewer may ask: FORBIDDEN where the data set is not theirs.
pub async fn question(
    app: &App,
    viewer: &Viewer,
    typed: ReportDefinition,
) -> Result<Result<Question, InvalidInput>, Error> {
    let mut form = Form::new(viewer.language);
    let Some(definition) = typed.read() else {
        form.wrong("period", "REQUIRED");
        return Ok(Err(form.told()));
    };
    may_ask(app, viewer, definition).await
}

/// The same of one that was read before.
pub async fn may_ask(
    app: &App,
    viewer: &Viewer,
    definition: Definition,
) -> Result<Result<Question, InvalidInput>, Error> {
    let mut form = Form::new(viewer.language);
    let Some(set) = DataSet::find(&definition.data_set) else {
        form.wrong("dataSet", "NO_SUCH_DATA_SET");
        return Ok(Err(form.told()));
    };
    if !set.is_open_to(viewer) {
        return Err(error::forbidden());
    }
    let today = local_today(app.clock.now());
    let period = if set.period.is_some() { definition.period } else { Period::Today };
    let days = period.days(today);
    for problem in problems(&definition, days, &set.facts_for(viewer)) {
        form.wrong(problem.path, problem.code);
    }
    if let Some(problem) = form.problem() {
        return Ok(Err(problem));
    }
    let stops = if viewer.only_stations().is_empty() { None } else { Some(stops(app, viewer).await?) };
    let whose = Whose { carrier: viewer.only_carrier(), stops };
    Ok(Ok(Question { definition, set, whose, days, today }))
}

/// The viewer's stations with their platforms.
async fn stops(app: &App, viewer: &Viewer) -> Result<Vec<Uuid>, Fault> {
    use stop::Column;
    let own = viewer.only_stations().iter().copied();
    let any = Condition::any().add(Column::Id.is_in(own.clone())).add(Column::ParentId.is_in(own));
    let ids = stop::Entity::find().select_only().column(Column::Id).filter(any).into_tuple::<Uuid>();
    Ok(ids.all(app.db.read()).await?)
}
