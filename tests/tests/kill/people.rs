//! What people do at a station, and what they are told.

use std::fmt;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use rand::Rng;
use rand::rngs::StdRng;
use tests::{Ride, Value};

use super::client::Client;

/// What people were told, and must stay true: ids of orders.
#[derive(Default)]
pub struct Told {
    pub paid: Vec<Value>,
    /// With the line that was given back.
    pub returned: Vec<(Value, Value)>,
    pub exchanged: Vec<Value>,
    /// By a terminal, which gives the money back itself.
    pub cancelled: Vec<Value>,
}

impl Told {
    /// Enough has happened to prove anything.
    pub fn is_much(&self) -> bool {
        self.paid.len() >= 20 && self.returned.len() >= 5
    }
}

impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (paid, returned) = (self.paid.len(), self.returned.len());
        let (exchanged, cancelled) = (self.exchanged.len(), self.cancelled.len());
        write!(
            f,
            "{paid} paid, {returned} tickets given back, {exchanged} exchanged, {cancelled} cancelled at terminals"
        )
    }
}

/// A station, and who comes to it.
pub struct World {
    pub rides: Vec<Ride>,
    pub visitor: Client,
    /// Signed in, with money on the account.
    pub passenger: Client,
    /// With an open shift.
    pub desk: Client,
    pub told: Mutex<Told>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Deed {
    Site,
    Desk,
    Terminal,
    Wallet,
    Exchange,
}

pub const DEEDS: [Deed; 5] = [Deed::Site, Deed::Desk, Deed::Terminal, Deed::Wallet, Deed::Exchange];

/// One deed after the other.
pub async fn live(world: &World, over: &AtomicBool, mut chance: StdRng) {
    while !over.load(Ordering::SeqCst) {
        let deed = DEEDS[chance.random_range(0..DEEDS.len())];
        if world.does(deed, &mut chance).await.is_none() {
            // Somebody was refused, which is no loss.
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

impl World {
    /// `None`: somebody was refused on the way.
    pub async fn does(&self, deed: Deed, chance: &mut StdRng) -> Option<()> {
        let ride = &self.rides[chance.random_range(0..self.rides.len())];
        let adults = chance.random_range(1..3);
        match deed {
            Deed::Site => self.on_site(ride, adults, chance).await,
            Deed::Desk => self.at_desk(ride, adults, chance).await,
            Deed::Terminal => self.at_terminal(ride, adults, chance).await,
            Deed::Wallet => self.with_account(ride, adults, chance).await,
            Deed::Exchange => self.for_another(ride, chance).await,
        }
    }

    fn is_paid(&self, order: &Value) {
        self.told.lock().unwrap().paid.push(order["id"].clone());
    }

    /// Gives one ticket back, or all, or none.
    async fn some_back(&self, client: &Client, order: &Value, way: Option<&str>, chance: &mut StdRng) -> Option<usize> {
        let lines = order["segments"][0]["lines"].as_array()?;
        let count = chance.random_range(0..=lines.len());
        let ids: Vec<Value> = lines.iter().take(count).map(|line| line["id"].clone()).collect();
        if !ids.is_empty() {
            client.give_back(order, &ids, way).await?;
            let told = ids.into_iter().map(|line| (order["id"].clone(), line));
            self.told.lock().unwrap().returned.extend(told);
        }
        Some(count)
    }

    async fn on_site(&self, ride: &Ride, adults: usize, chance: &mut StdRng) -> Option<()> {
        let client = &self.visitor;
        let order = client.hold(ride, adults).await?;
        client.name(&order, true).await?;
        let redirect = client.start_payment(&order).await?;
        let action =
            ["pay", "pay", "pay", "twice", "late", "out_of_order", "slow", "refuse"][chance.random_range(0..8)];
        client.at_bank(&redirect, action).await;
        let mut waited = 0;
        while client.status(&order).await != "PAID" {
            waited += 1;
            if waited == 100 {
                return None;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        self.is_paid(&order);
        self.some_back(client, &order, None, chance).await?;
        Some(())
    }

    async fn at_desk(&self, ride: &Ride, adults: usize, chance: &mut StdRng) -> Option<()> {
        let order = self.sold(ride, adults).await?;
        if self.some_back(&self.desk, &order, Some("DESK"), chance).await? > 0 {
            self.desk.pay_out(&order).await?;
        }
        if chance.random_bool(0.3) {
            let kind = ["COLLECTION", "IN", "OUT"][chance.random_range(0..3)];
            self.desk.move_cash(kind).await;
        }
        Some(())
    }

    /// For cash.
    async fn sold(&self, ride: &Ride, adults: usize) -> Option<Value> {
        let order = self.desk.hold(ride, adults).await?;
        let due = self.desk.name(&order, false).await?;
        self.desk.take_payment(&order, &due).await?;
        self.is_paid(&order);
        Some(order)
    }

    async fn at_terminal(&self, ride: &Ride, adults: usize, chance: &mut StdRng) -> Option<()> {
        let client = &self.visitor;
        let order = client.hold(ride, adults).await?;
        let due = client.name(&order, true).await?;
        let txn = chance.random_range(1..u64::MAX / 2).to_string();
        let number = order["number"].as_str()?;
        if client.terminal("pay", &txn, number, &due).await != 0 {
            return None;
        }
        self.is_paid(&order);
        if chance.random_bool(0.3) {
            assert_eq!(client.terminal("pay", &txn, number, &due).await, 0, "once more the same");
        }
        if chance.random_bool(0.4) && client.terminal("cancel", &txn, number, &due).await == 0 {
            self.told.lock().unwrap().cancelled.push(order["id"].clone());
        }
        Some(())
    }

    async fn with_account(&self, ride: &Ride, adults: usize, chance: &mut StdRng) -> Option<()> {
        let client = &self.passenger;
        let order = client.hold(ride, adults).await?;
        client.name(&order, true).await?;
        client.pay_from_wallet(&order).await?;
        self.is_paid(&order);
        self.some_back(client, &order, None, chance).await?;
        Some(())
    }

    /// A ticket of the desk for a seat on another trip, with the difference paid.
    async fn for_another(&self, ride: &Ride, chance: &mut StdRng) -> Option<()> {
        let order = self.sold(ride, 1).await?;
        let other = &self.rides[chance.random_range(0..self.rides.len())];
        let line = &order["segments"][0]["lines"][0]["id"];
        let exchange = self.desk.exchange(&order, line, other).await?;
        if exchange["state"] == "WAITING" {
            let due = exchange["difference"]["amount"].as_str()?.to_owned();
            self.desk.take_payment(&order, &due).await?;
        }
        self.told.lock().unwrap().exchanged.push(order["id"].clone());
        Some(())
    }
}
