use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set};

use ::entity::{account, carrier};

use crate::app::App;
use crate::features::staff::CARRIER_REPRESENTATIVE;
use crate::platform::Fault;

/// The password of all demonstration accounts. Production mode makes none of them.
pub const DEMONSTRATION_PASSWORD: &str = "beket-demo";

/// (role, login) of the demonstration accounts that exist.
pub async fn demonstration_logins(app: &App) -> Result<Vec<(String, String)>, Fault> {
    let mut found = Vec::new();
    for (role, ..) in PEOPLE {
        let login = login(role);
        if account::Entity::find().filter(account::Column::Email.eq(&login)).one(app.db.read()).await?.is_some() {
            found.push((role.to_owned(), login));
        }
    }
    Ok(found)
}

/// Role, first and last name of whoever holds a demonstration account.
const PEOPLE: [(&str, &str, &str); 10] = [
    ("ADMINISTRATOR", "Айбек", "Осмонов"),
    ("TRANSPORT_MANAGER", "Нурлан", "Садыков"),
    ("DISPATCHER", "Гүлнара", "Абдиева"),
    ("CASHIER", "Айнура", "Токтогулова"),
    ("ACCOUNTANT", "Елена", "Ким"),
    ("CONTENT_EDITOR", "Мээрим", "Жумабекова"),
    ("SUPPORT_AGENT", "Тимур", "Алиев"),
    ("INSPECTOR", "Бакыт", "Эсенов"),
    (CARRIER_REPRESENTATIVE, "Сергей", "Петров"),
    (PASSENGER, "Айгүл", "Асанова"),
];
const PASSENGER: &str = "PASSENGER";

fn login(role: &str) -> String {
    format!("{}@demo.beket.example.com", role.to_lowercase().replace('_', "-"))
}

/// Makes one account for each role and a passenger; returns (role, login) of each. A second call changes nothing.
pub async fn make_demonstration_accounts(app: &App) -> Result<Vec<(String, String)>, Fault> {
    let carrier = carrier::Entity::find().order_by_asc(carrier::Column::Code).one(app.db.read()).await?;
    let mut logins = Vec::new();
    for (role, first_name, last_name) in PEOPLE {
        let login = login(role);
        logins.push((role.to_owned(), login.clone()));
        let before = account::Entity::find().filter(account::Column::Email.eq(&login)).one(app.db.read()).await?;
        if before.is_some() {
            continue;
        }
        let represents = role == CARRIER_REPRESENTATIVE;
        let row = account::ActiveModel {
            id: Set(app.ids.new()),
            first_name: Set(Some(first_name.into())),
            last_name: Set(Some(last_name.into())),
            email: Set(Some(login)),
            phone: Set(None),
            password_hash: Set(Some(app.secrets.hash_password(DEMONSTRATION_PASSWORD).await?)),
            language: Set("ru".into()),
            role: Set((role != PASSENGER).then(|| role.to_owned())),
            carrier_id: Set(carrier.as_ref().map(|carrier| carrier.id).filter(|_| represents)),
            blocked_at: Set(None),
            deleted_at: Set(None),
            created_at: Set(app.clock.now()),
            invited_at: Set(None),
            version: Set(1),
        };
        let tx = app.db.begin().await?;
        account::Entity::insert(row).exec_without_returning(&tx).await?;
        tx.commit().await?;
    }
    Ok(logins)
}
