use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set};

use ::entity::{account, carrier};

use crate::app::App;
use crate::graphql::Role;
use crate::platform::Fault;

/// The password of all demonstration accounts. Production mode makes none of them.
pub const DEMONSTRATION_PASSWORD: &str = "beket-demo";

/// (role, login) of the demonstration accounts that exist.
pub async fn demonstration_logins(app: &App) -> Result<Vec<(String, String)>, Fault> {
    let mut found = Vec::new();
    for (role, login) in logins() {
        if account::Entity::find().filter(account::Column::Email.eq(&login)).one(app.db.read()).await?.is_some() {
            found.push((role, login));
        }
    }
    Ok(found)
}

/// Whoever holds a demonstration account; the site shows the role beside the name.
fn name_of(role: Option<Role>) -> (&'static str, &'static str) {
    match role {
        Some(Role::Administrator) => ("Айбек", "Осмонов"),
        Some(Role::TransportManager) => ("Нурлан", "Садыков"),
        Some(Role::Dispatcher) => ("Гүлнара", "Абдиева"),
        Some(Role::Cashier) => ("Айнура", "Токтогулова"),
        Some(Role::Accountant) => ("Елена", "Ким"),
        Some(Role::ContentEditor) => ("Мээрим", "Жумабекова"),
        Some(Role::SupportAgent) => ("Тимур", "Алиев"),
        Some(Role::Inspector) => ("Бакыт", "Эсенов"),
        Some(Role::CarrierRepresentative) => ("Сергей", "Петров"),
        None => ("Айгүл", "Асанова"),
    }
}

fn logins() -> Vec<(String, String)> {
    let login = |role: &str| format!("{}@demo.beket.example.com", role.to_lowercase().replace('_', "-"));
    let roles = Role::ALL.iter().map(|role| role.code()).chain(["PASSENGER"]);
    roles.map(|role| (role.to_owned(), login(role))).collect()
}

/// Makes one account for each role and a passenger; returns (role, login) of each. A second call changes nothing.
pub async fn make_demonstration_accounts(app: &App) -> Result<Vec<(String, String)>, Fault> {
    let carrier = carrier::Entity::find().order_by_asc(carrier::Column::Code).one(app.db.read()).await?;
    let logins = logins();
    for (role, login) in &logins {
        let before = account::Entity::find().filter(account::Column::Email.eq(login)).one(app.db.read()).await?;
        if before.is_some() {
            continue;
        }
        let staff = Role::parse(role);
        let (first_name, last_name) = name_of(staff);
        let represents = staff == Some(Role::CarrierRepresentative);
        let row = account::ActiveModel {
            id: Set(app.ids.new()),
            first_name: Set(Some(first_name.into())),
            last_name: Set(Some(last_name.into())),
            email: Set(Some(login.clone())),
            phone: Set(None),
            password_hash: Set(Some(app.secrets.hash_password(DEMONSTRATION_PASSWORD).await?)),
            language: Set("ru".into()),
            role: Set(staff.map(|role| role.code().to_owned())),
            carrier_id: Set(carrier.as_ref().map(|carrier| carrier.id).filter(|_| represents)),
            blocked_at: Set(None),
            deleted_at: Set(None),
            created_at: Set(app.clock.now()),
        };
        let tx = app.db.begin().await?;
        account::Entity::insert(row).exec_without_returning(&tx).await?;
        tx.commit().await?;
    }
    Ok(logins)
}
