use async_graphql::{Context, Enum, InputObject, Object, Result};
use chrono::NaiveDate;
use domain::text::alphabetical;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use ::entity::holiday::{Column, Entity, Model};

use crate::features::network::{has_part, in_language, searched};
use crate::graphql::{Can, Mark, Page, Permission, SortDirection, app, error, viewer};
use crate::platform::Fault;

use super::types::{Holiday, HolidayConnection};

/// Which days; everything given has to fit.
#[derive(InputObject, Default)]
pub struct HolidayFilterInput {
    /// From 1900 to 2200; otherwise BAD_INPUT.
    pub year: Option<i32>,
    /// In the name, in any language.
    pub text: Option<String>,
    /// Only days off, or only working days.
    pub non_working: Option<bool>,
    /// Only shortened days, or only those that are not.
    pub shortened_day: Option<bool>,
    /// Only days whose date is certain, or only those that may still be another.
    pub certain: Option<bool>,
}

/// By what holidays are listed.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum HolidaySort {
    Date,
    /// In the viewer's language.
    Name,
    /// Days off, shortened days, working days.
    Kind,
}

#[derive(Default)]
pub struct HolidayQuery;

#[Object]
impl HolidayQuery {
    /// Staff: holidays and shortened days, by date unless asked otherwise.
    #[graphql(
        guard = "Can(Permission::ManageTimetable)",
        complexity = "10 + first.max(1) as usize * child_complexity / 4"
    )]
    async fn holidays(
        &self,
        ctx: &Context<'_>,
        filter: Option<HolidayFilterInput>,
        #[graphql(default_with = "HolidaySort::Date")] sort: HolidaySort,
        #[graphql(default_with = "SortDirection::Asc")] direction: SortDirection,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<HolidayConnection> {
        let page = Page::read(first, after.as_deref())?;
        let filter = filter.unwrap_or_default();
        let mut query = Entity::find().filter(Column::Dropped.eq(false));
        if let Some(year) = filter.year {
            let day = |month, day| {
                let date = NaiveDate::from_ymd_opt(year, month, day).filter(|_| (1900..=2200).contains(&year));
                date.ok_or_else(|| error::bad_input("year: from 1900 to 2200"))
            };
            query = query.filter(Column::Date.between(day(1, 1)?, day(12, 31)?));
        }
        for (column, wanted) in [
            (Column::NonWorking, filter.non_working),
            (Column::ShortenedDay, filter.shortened_day),
            (Column::Certain, filter.certain),
        ] {
            if let Some(wanted) = wanted {
                query = query.filter(column.eq(wanted));
            }
        }
        // There are tens of a year: they are sorted and searched as people write.
        let mut rows = query.all(app(ctx).db.read()).await.map_err(Fault::from)?;
        if let Some(text) = searched(filter.text.as_deref()) {
            rows.retain(|row| has_part(&row.name, &text));
        }
        let language = viewer(ctx).language;
        let key = |row: &Model| {
            let key = match sort {
                HolidaySort::Date => String::new(),
                HolidaySort::Name => alphabetical(in_language(&row.name, language)),
                HolidaySort::Kind => format!("{}{}", u8::from(!row.non_working), u8::from(!row.shortened_day)),
            };
            (key, row.date)
        };
        let (rows, info, total) = page.sorted(rows, &Mark::new(sort, direction), key)?;
        let rows = rows.into_iter().map(|(cursor, row)| (cursor, Holiday(row))).collect();
        Ok(HolidayConnection::new(rows, info, total))
    }
}
