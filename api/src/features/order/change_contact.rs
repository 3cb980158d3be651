use async_graphql::{Context, ID, InputObject, Object, Result, Union};
use domain::contact::Contact;
use sea_orm::{EntityTrait, Set};
use serde_json::json;

use ::entity::order;

use crate::features::audit::{Change, audit_change};
use crate::graphql::{Can, ChangedMeanwhile, Form, InvalidInput, Permission, app, error, viewer};
use crate::platform::Fault;

use super::access::staff_order;
use super::bundle::lock_lines;
use super::release_order::OrderChanged;
use super::types::Order;

/// How the customer is reached from now on.
#[derive(InputObject)]
pub struct ChangeContactInput {
    pub order_id: ID,
    /// As it was read.
    pub version: i32,
    pub email: String,
    /// With the country's code; without one it is taken as Kyrgyz.
    pub phone: String,
}

#[derive(Union)]
pub enum ChangeContactResult {
    Changed(OrderChanged),
    InvalidInput(InvalidInput),
    ChangedMeanwhile(ChangedMeanwhile),
}

#[derive(Default)]
pub struct ChangeContact;

#[Object]
impl ChangeContact {
    /// Staff: another e-mail or phone of an order. What is sent from now on goes there; the log keeps both masked.
    #[graphql(guard = "Can(Permission::ChangeOrders)", complexity = "20 + child_complexity")]
    async fn change_contact(&self, ctx: &Context<'_>, input: ChangeContactInput) -> Result<ChangeContactResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let id = staff_order(app, viewer, &input.order_id).await?.id;
        let mut form = Form::new(viewer.language);
        let (email, phone) = contact(&mut form, &input.email, &input.phone);
        if let Some(problem) = form.problem() {
            return Ok(ChangeContactResult::InvalidInput(problem));
        }
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let (order, _) = lock_lines(&tx, id).await?.ok_or_else(error::not_found)?;
        if i64::from(input.version) != order.version {
            let answer = ChangeContactResult::ChangedMeanwhile(ChangedMeanwhile::new(viewer.language));
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let change = Change::of(
            json!({ "email": masked(order.email.as_deref()), "phone": masked(order.phone.as_deref()) }),
            json!({ "email": masked(email.as_deref()), "phone": masked(phone.as_deref()) }),
        );
        let row = order::ActiveModel {
            id: Set(id),
            email: Set(email),
            phone: Set(phone),
            version: Set(order.version + 1),
            ..Default::default()
        };
        let order = order::Entity::update(row).exec(&tx).await.map_err(Fault::from)?;
        audit_change(app, &tx, viewer, "CHANGE_CONTACT", &format!("order:{id}"), change).await?;
        tx.commit().await.map_err(Fault::from)?;
        super::changed(app, id);
        Ok(ChangeContactResult::Changed(OrderChanged { order: Order::staffs(order) }))
    }
}

/// As the log keeps it: enough to tell one from another, too little to reach anybody.
fn masked(contact: Option<&str>) -> Option<String> {
    contact.and_then(Contact::parse).map(|contact| contact.masked())
}

/// An order's e-mail and phone, both of which it needs.
pub(super) fn contact(form: &mut Form, email: &str, phone: &str) -> (Option<String>, Option<String>) {
    let read = (form.email("email", Some(email)), form.phone("phone", Some(phone)));
    for (path, text) in [("email", email), ("phone", phone)] {
        if text.trim().is_empty() {
            form.wrong(path, "REQUIRED");
        }
    }
    read
}
