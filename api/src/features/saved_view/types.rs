use std::collections::BTreeMap;

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use uuid::Uuid;

use ::entity::saved_view;

use crate::features::staff::StaffMember;
use crate::graphql::{Gid, Kind};

/// One thing that is set on a list.
#[derive(SimpleObject, InputObject, Clone, Debug)]
#[graphql(input_name = "ViewSettingInput")]
pub struct ViewSetting {
    /// As the list's address names it: `status`, `text`, …
    pub name: String,
    pub value: String,
}

/// What is set on a list, under a name.
pub struct SavedView {
    pub row: saved_view::Model,
    pub viewer: Option<Uuid>,
}

#[Object]
impl SavedView {
    async fn id(&self) -> ID {
        Gid::of(Kind::SavedView, self.row.id)
    }

    async fn name(&self) -> &str {
        &self.row.name
    }

    /// Everybody with the owner's role sees it.
    async fn shared(&self) -> bool {
        self.row.role.is_some()
    }

    /// The viewer's own: may be changed and dropped.
    async fn own(&self) -> bool {
        self.viewer == Some(self.row.account_id)
    }

    /// Whose it is.
    async fn owner(&self, ctx: &Context<'_>) -> Result<Option<StaffMember>> {
        StaffMember::load(ctx, Some(self.row.account_id)).await
    }

    /// By name.
    async fn settings(&self) -> Vec<ViewSetting> {
        let settings: BTreeMap<String, String> = serde_json::from_value(self.row.settings.clone()).unwrap_or_default();
        settings.into_iter().map(|(name, value)| ViewSetting { name, value }).collect()
    }
}
