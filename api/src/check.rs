//! `beket check`: looks whether a live database keeps the rules that always hold, and names what breaks them.

use domain::price::{Part, total};
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, Statement};
use uuid::Uuid;

use ::entity::{order_line, order_passenger};

use crate::app::App;
use crate::features::audit::broken_chain;
use crate::platform::Fault;

/// A rule that something breaks, and what.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Violation {
    /// Number of the rule in ARCHITECTURE.md.
    pub rule: u8,
    pub what: String,
}

#[derive(FromQueryResult)]
struct Found {
    what: String,
}

/// A rule's number, its name, and a query whose rows say what breaks it. `{text:x}` casts to text, `{uuid:x}` shows an id.
const QUERIES: &[(u8, &str, &str)] = &[
    (
        1,
        "a seat of a space is claimed twice on a leg",
        "SELECT 'space ' || {uuid:space_id} || ' seat ' || seat || ' leg ' || leg AS what FROM claim \
         GROUP BY space_id, seat, leg HAVING COUNT(*) > 1",
    ),
    (
        2,
        "a line that was issued has not all of its legs",
        "SELECT 'line ' || {uuid:l.id} AS what FROM order_line l WHERE l.state IN ('CONFIRMED', 'ISSUED', 'USED') \
         AND l.seat IS NOT NULL AND (SELECT COUNT(*) FROM claim c WHERE c.line_id = l.id AND c.held_until IS NULL) \
         <> l.to_call - l.from_call",
    ),
    (
        2,
        "a claim is kept for good by a line that is not sold",
        "SELECT 'claim of line ' || {uuid:c.line_id} AS what FROM claim c LEFT JOIN order_line l ON l.id = c.line_id \
         WHERE c.held_until IS NULL AND (l.id IS NULL OR l.state NOT IN ('CONFIRMED', 'ISSUED', 'USED'))",
    ),
    (
        2,
        "a claim holds for a line that holds nothing",
        "SELECT 'claim of line ' || {uuid:c.line_id} AS what FROM claim c LEFT JOIN order_line l ON l.id = c.line_id \
         WHERE c.held_until > $1 AND (l.id IS NULL OR l.state <> 'HELD')",
    ),
    (
        3,
        "a line that was issued has no good ticket",
        "SELECT 'line ' || {uuid:l.id} AS what FROM order_line l LEFT JOIN ticket t ON t.line_id = l.id AND t.void_at IS NULL \
         WHERE l.state IN ('ISSUED', 'USED') AND l.code IS NULL AND t.id IS NULL",
    ),
    (
        3,
        "a blank is sold and no ticket names it",
        "SELECT 'blank ' || b.series || ' ' || {text:b.number} AS what FROM blank b WHERE b.state = 'SOLD' AND NOT EXISTS \
         (SELECT 1 FROM ticket t WHERE t.line_id = b.line_id AND t.order_id = b.order_id AND t.blank IS NOT NULL)",
    ),
    (
        3,
        "a ticket is good although its line is not sold",
        "SELECT 'ticket ' || t.number AS what FROM ticket t LEFT JOIN order_line l ON l.id = t.line_id \
         WHERE t.void_at IS NULL AND (l.id IS NULL OR l.state NOT IN ('ISSUED', 'USED'))",
    ),
    (
        3,
        "a ticket has no money in the ledger",
        "SELECT 'order ' || o.number AS what FROM \"order\" o WHERE EXISTS (SELECT 1 FROM ticket t \
         JOIN order_line l ON l.id = t.line_id WHERE t.order_id = o.id AND t.void_at IS NULL AND l.price_minor > 0) \
         AND NOT EXISTS (SELECT 1 FROM posting p WHERE p.order_id = o.id AND p.kind = 'SALE') \
         AND NOT EXISTS (SELECT 1 FROM payment s WHERE s.order_id = o.id AND s.origin_id IS NOT NULL)",
    ),
    (
        2,
        "a line sits on another seat than its claims",
        "SELECT 'line ' || {uuid:l.id} AS what FROM order_line l JOIN trip ON trip.id = l.space_id \
         WHERE l.state IN ('HELD', 'CONFIRMED', 'ISSUED', 'USED') AND l.seat IS NOT NULL AND l.seat_label IS NOT NULL \
         AND EXISTS (SELECT 1 FROM claim c WHERE c.line_id = l.id AND (c.seat <> l.seat OR c.space_id <> l.space_id \
         OR c.leg < l.from_call OR c.leg >= l.to_call OR c.seat > trip.capacity))",
    ),
    (
        4,
        "a posting does not sum to zero",
        "SELECT 'posting ' || {uuid:posting_id} || ' ' || currency AS what FROM posting_line \
         GROUP BY posting_id, currency HAVING SUM(amount_minor) <> 0",
    ),
    (
        4,
        "a posting has no lines",
        "SELECT 'posting ' || {uuid:p.id} AS what FROM posting p \
         WHERE NOT EXISTS (SELECT 1 FROM posting_line l WHERE l.posting_id = p.id)",
    ),
    (
        5,
        "more was given back than was paid",
        "SELECT 'payment ' || {uuid:id} AS what FROM payment WHERE refunded_minor + moved_minor > amount_minor \
         OR refunded_minor < 0 OR moved_minor < 0",
    ),
    (
        5,
        "shares of a payment are not what was taken from it",
        "SELECT 'payment ' || {uuid:p.id} AS what FROM payment p WHERE p.moved_minor <> \
         COALESCE((SELECT SUM(s.amount_minor) FROM payment s WHERE s.origin_id = p.id), 0)",
    ),
    (
        4,
        "cash of a shift does not add up",
        "SELECT 'shift ' || {uuid:w.shift_id} || ' operation ' || w.position AS what FROM (SELECT shift_id, position, \
         balance_minor, SUM(CASE WHEN tender = 'CASH' THEN amount_minor ELSE 0 END) OVER \
         (PARTITION BY shift_id, currency ORDER BY position) AS there FROM cash_operation) w \
         WHERE w.balance_minor <> w.there OR w.balance_minor < 0",
    ),
    (
        4,
        "a till has another sum in the ledger than in its shifts",
        "SELECT account || ' ' || currency AS what FROM (SELECT account, currency, SUM(amount_minor) AS off FROM \
         (SELECT account, currency, amount_minor FROM posting_line WHERE account LIKE 'TILL:%' UNION ALL \
         SELECT 'TILL:' || {uuid:s.desk_id}, o.currency, -o.amount_minor FROM cash_operation o \
         JOIN shift s ON s.id = o.shift_id WHERE o.tender = 'CASH') moved GROUP BY account, currency) tills WHERE off <> 0",
    ),
    (
        4,
        "a closed shift has cash in its till",
        "SELECT 'shift ' || {uuid:s.id} || ' ' || o.currency AS what FROM shift s JOIN cash_operation o ON o.shift_id = s.id \
         WHERE s.closed_at IS NOT NULL AND o.tender = 'CASH' GROUP BY s.id, o.currency HAVING SUM(o.amount_minor) <> 0",
    ),
    (
        4,
        "money of a payment or a refund by hand is in no shift",
        "SELECT 'payment ' || {uuid:p.id} AS what FROM payment p WHERE p.method IN ('cash', 'desk_card') \
         AND p.origin_id IS NULL AND NOT EXISTS (SELECT 1 FROM cash_operation o WHERE o.payment_id = p.id \
         AND o.kind = 'SALE' AND o.amount_minor = p.amount_minor AND o.shift_id = p.shift_id) UNION ALL \
         SELECT 'refund ' || {uuid:r.id} FROM refund r WHERE r.shift_id IS NOT NULL AND NOT EXISTS \
         (SELECT 1 FROM cash_operation o WHERE o.refund_id = r.id AND o.amount_minor = -r.amount_minor)",
    ),
    (
        5,
        "an order has lines in another currency",
        "SELECT 'line ' || {uuid:l.id} AS what FROM order_line l JOIN \"order\" o ON o.id = l.order_id \
         WHERE l.currency <> o.currency",
    ),
    (
        6,
        "an idempotency key remembers what does not exist",
        "SELECT 'key of ' || i.operation AS what FROM idempotency i WHERE i.operation = 'holdSeats' AND NOT EXISTS \
         (SELECT 1 FROM \"order\" o WHERE '\"' || {uuid:o.id} || '\"' = {text:i.answer})",
    ),
    (
        7,
        "a message waits and no job sends it",
        "SELECT 'message ' || {uuid:m.id} AS what FROM message m WHERE m.state = 'QUEUED' AND NOT EXISTS \
         (SELECT 1 FROM job j WHERE j.kind = 'send_message' AND j.state <> 'DONE' \
         AND {text:j.payload} LIKE '%' || {uuid:m.id} || '%')",
    ),
    (
        7,
        "money is to go back and no job sends it",
        "SELECT 'refund ' || {uuid:r.id} AS what FROM refund r WHERE r.state = 'PENDING' AND r.way <> 'DESK' AND NOT EXISTS \
         (SELECT 1 FROM job j WHERE j.key = 'send_refund:' || {uuid:r.id} AND j.state <> 'DONE')",
    ),
    (
        5,
        "a refund that waits for a second person or was declined has moved something",
        "SELECT 'refund ' || {uuid:r.id} AS what FROM refund r WHERE r.state IN ('WAITING_APPROVAL', 'DECLINED') \
         AND (r.confirmed_at IS NOT NULL OR r.done_at IS NOT NULL OR EXISTS (SELECT 1 FROM posting p \
         WHERE p.source IN ('refund:' || {uuid:r.id}, 'money-back:' || {uuid:r.id})))",
    ),
    (
        5,
        "a refund beyond the rules was decided on by who asked for it",
        "SELECT 'refund ' || {uuid:id} AS what FROM overrule WHERE decided_by = asked_by",
    ),
    (
        5,
        "a refund beyond the rules stands elsewhere than its approval",
        "SELECT 'refund ' || {uuid:r.id} || ' ' || r.state AS what FROM overrule o JOIN refund r ON r.id = o.id \
         WHERE (o.state = 'OFFERED') <> (r.state = 'QUOTED') OR (o.state = 'WAITING') <> (r.state = 'WAITING_APPROVAL') \
         OR (o.state = 'DECLINED') <> (r.state = 'DECLINED') \
         OR (o.state IN ('APPROVED', 'DECLINED')) <> (o.decided_by IS NOT NULL)",
    ),
    (
        8,
        "a ride arrives before it leaves",
        "SELECT 'order ' || {uuid:order_id} || ' ride ' || position AS what FROM order_segment WHERE arrives_at < departs_at",
    ),
    (
        9,
        "a deleted account still names its person",
        "SELECT 'account ' || {uuid:id} AS what FROM account WHERE deleted_at IS NOT NULL \
         AND (email IS NOT NULL OR phone IS NOT NULL OR first_name IS NOT NULL OR last_name IS NOT NULL)",
    ),
    (
        10,
        "money came and bought nothing, and does not go back",
        "SELECT 'payment ' || {uuid:p.id} AS what FROM payment p WHERE p.state = 'PAID' AND p.amount_minor > 0 \
         AND p.origin_id IS NULL AND NOT EXISTS (SELECT 1 FROM posting s WHERE s.source = 'sale:' || {uuid:COALESCE(p.together_id, p.id)}) \
         AND (p.exchange_id IS NULL OR NOT EXISTS (SELECT 1 FROM exchange x WHERE x.id = p.exchange_id AND x.state = 'DONE')) \
         AND NOT EXISTS (SELECT 1 FROM refund r WHERE r.payment_id = p.id AND r.confirmed_at IS NOT NULL)",
    ),
    (
        10,
        "customers' money has no purpose",
        "SELECT 'order ' || {uuid:p.order_id} AS what FROM posting p JOIN posting_line l ON l.posting_id = p.id \
         WHERE l.account = 'CUSTOMER' AND p.order_id IS NOT NULL GROUP BY p.order_id, l.currency \
         HAVING SUM(l.amount_minor) + COALESCE((SELECT SUM(r.amount_minor) FROM refund r \
         WHERE r.order_id = p.order_id AND r.currency = l.currency AND r.state IN ('PENDING', 'FAILED')), 0) <> 0",
    ),
    (
        3,
        "a line that came by an exchange was sold before the exchange was done",
        "SELECT 'line ' || {uuid:l.id} AS what FROM order_line l JOIN exchange x ON x.id = l.exchange_id \
         WHERE l.state IN ('CONFIRMED', 'ISSUED', 'USED', 'EXCHANGED') AND x.state <> 'DONE'",
    ),
    (
        3,
        "an exchange was done and its difference was not paid",
        "SELECT 'exchange ' || {uuid:x.id} AS what FROM exchange x WHERE x.state = 'DONE' AND x.difference_minor > 0 \
         AND NOT EXISTS (SELECT 1 FROM payment p WHERE p.exchange_id = x.id AND p.state = 'PAID')",
    ),
    (
        2,
        "a ticket was exchanged and nothing came in its place",
        "SELECT 'order ' || {uuid:l.order_id} AS what FROM order_line l WHERE l.state = 'EXCHANGED' \
         GROUP BY l.order_id HAVING COUNT(*) <> (SELECT COUNT(*) FROM order_line n JOIN exchange x ON x.id = n.exchange_id \
         WHERE x.order_id = l.order_id AND x.state = 'DONE')",
    ),
    (
        3,
        "a terminal's transaction was paid and has not its payment",
        "SELECT 'transaction ' || n.code || ' ' || t.txn AS what FROM terminal_payment t \
         JOIN terminal_network n ON n.id = t.network_id LEFT JOIN payment p ON p.id = t.payment_id \
         AND p.state = 'PAID' AND p.method = 'terminal:' || n.code AND p.order_id = t.order_id AND p.amount_minor = t.sum_minor \
         WHERE (t.state = 'PAID' OR t.cancelled_at IS NOT NULL AND t.payment_id IS NOT NULL) AND (p.id IS NULL OR NOT EXISTS \
         (SELECT 1 FROM posting b JOIN posting_line l ON l.posting_id = b.id WHERE b.source = 'payment:' || {uuid:p.id} \
         AND l.account = 'GATEWAY:terminal:' || n.code AND l.amount_minor = t.sum_minor - t.fee_minor))",
    ),
    (
        3,
        "money of a terminal has no transaction",
        "SELECT 'payment ' || {uuid:p.id} AS what FROM payment p WHERE p.method LIKE 'terminal:%' AND p.origin_id IS NULL \
         AND NOT EXISTS (SELECT 1 FROM terminal_payment t WHERE t.payment_id = p.id AND t.state IN ('PAID', 'CANCELLED'))",
    ),
    (
        3,
        "a terminal's transaction that was not paid has money",
        "SELECT 'transaction ' || txn AS what FROM terminal_payment WHERE payment_id IS NOT NULL AND state = 'REFUSED'",
    ),
    (
        5,
        "two transactions of terminals paid for one thing",
        "SELECT 'order ' || {uuid:t.order_id} AS what FROM terminal_payment t JOIN payment p ON p.id = t.payment_id \
         WHERE t.state = 'PAID' GROUP BY t.order_id, p.exchange_id HAVING COUNT(*) > 1",
    ),
    (
        5,
        "a terminal's transaction was cancelled and its money stays",
        "SELECT 'transaction ' || t.txn AS what FROM terminal_payment t JOIN payment p ON p.id = t.payment_id \
         WHERE t.state = 'CANCELLED' AND (p.refunded_minor <> p.amount_minor OR COALESCE((SELECT SUM(l.amount_minor) \
         FROM posting b JOIN posting_line l ON l.posting_id = b.id WHERE b.order_id = p.order_id \
         AND l.account = 'GATEWAY:' || p.method), 0) <> 0)",
    ),
    (
        3,
        "a payment is booked for another amount, or not at all",
        "SELECT 'payment ' || {uuid:p.id} AS what FROM payment p WHERE p.state = 'PAID' AND p.amount_minor > 0 \
         AND p.origin_id IS NULL AND COALESCE((SELECT -SUM(l.amount_minor) FROM posting b JOIN posting_line l ON l.posting_id = b.id \
         WHERE b.source = 'payment:' || {uuid:p.id} AND l.account = 'CUSTOMER'), 0) <> p.amount_minor",
    ),
    (
        7,
        "a sale has no fiscal receipt, or one of another sum",
        "SELECT 'posting ' || s.source AS what FROM posting s JOIN posting_line l ON l.posting_id = s.id AND l.account = 'CUSTOMER' \
         AND l.currency = 'KGS' JOIN fiscal_register g ON g.serves_all AND g.enabled AND s.at > g.serves_since \
         LEFT JOIN fiscal_receipt r ON r.source = s.source \
         WHERE s.kind = 'SALE' AND l.amount_minor <> 0 AND (r.id IS NULL OR r.amount_minor <> l.amount_minor)",
    ),
    (
        7,
        "a fiscal receipt is of money that has not moved",
        "SELECT 'receipt ' || f.source AS what FROM fiscal_receipt f JOIN refund r ON r.id = f.refund_id \
         WHERE (f.state = 'WAITING') = (r.state = 'DONE') OR f.amount_minor <> r.amount_minor",
    ),
    (
        5,
        "a fiscal receipt was paid with another sum than it has",
        "SELECT 'receipt ' || source AS what FROM fiscal_receipt WHERE state <> 'WAITING' \
         AND amount_minor <> cash_minor + cashless_minor + offset_minor",
    ),
    (
        4,
        "tickets of a posting are not what it gives their carrier",
        "SELECT 'posting ' || {uuid:c.posting_id} AS what FROM carrier_ticket c GROUP BY c.posting_id, c.carrier_id, c.currency \
         HAVING SUM(c.amount_minor) <> -COALESCE((SELECT SUM(l.amount_minor) FROM posting_line l \
         WHERE l.posting_id = c.posting_id AND l.currency = c.currency AND l.account = 'CARRIER:' || {uuid:c.carrier_id}), 0)",
    ),
    (
        4,
        "a settlement's lines do not add up",
        "SELECT 'settlement ' || {uuid:s.id} AS what FROM settlement s WHERE s.closing_minor <> s.opening_minor + s.sold_minor \
         + s.returned_minor + s.exchanged_minor + s.handed_over_minor + s.commission_minor + s.station_fee_minor \
         + s.withheld_minor + s.corrected_minor + s.paid_before_minor OR s.approved_at IS NOT NULL \
         AND s.commission_minor + s.station_fee_minor <> COALESCE((SELECT SUM(t.commission_minor + t.station_fee_minor) \
         FROM settlement_trip t WHERE t.settlement_id = s.id), 0)",
    ),
    (
        4,
        "a settlement ends with another balance than its carrier's account",
        "SELECT 'settlement ' || {uuid:s.id} AS what FROM settlement s WHERE s.approved_at IS NOT NULL \
         AND s.closing_minor <> COALESCE((SELECT -SUM(l.amount_minor) FROM posting_line l JOIN posting p ON p.id = l.posting_id \
         WHERE l.account = 'CARRIER:' || {uuid:s.carrier_id} AND l.currency = s.currency AND p.at < s.until), 0)",
    ),
    (
        4,
        "a settlement was paid with another sum than is booked",
        "SELECT 'settlement ' || {uuid:s.id} AS what FROM settlement s WHERE s.paid_minor <> COALESCE((SELECT SUM(l.amount_minor) \
         FROM posting p JOIN posting_line l ON l.posting_id = p.id WHERE p.settlement_id = s.id AND p.kind = 'PAYOUT' \
         AND l.account = 'CARRIER:' || {uuid:s.carrier_id}), 0)",
    ),
    (
        4,
        "settlements with a carrier overlap",
        "SELECT 'settlement ' || {uuid:s.id} AS what FROM settlement s JOIN settlement o ON o.carrier_id = s.carrier_id \
         AND o.currency = s.currency AND o.number < s.number AND o.ends_on >= s.starts_on",
    ),
    (
        4,
        "the books were closed with another balance than their postings have",
        "SELECT account || ' ' || currency AS what FROM (SELECT b.account, b.currency, b.balance_minor AS off \
         FROM period_balance b JOIN period_closing c ON c.id = b.closing_id WHERE c.reopened_at IS NULL \
         AND c.until = (SELECT MAX(until) FROM period_closing WHERE reopened_at IS NULL) UNION ALL \
         SELECT l.account, l.currency, -l.amount_minor FROM posting_line l JOIN posting p ON p.id = l.posting_id \
         WHERE p.at < (SELECT MAX(until) FROM period_closing WHERE reopened_at IS NULL)) moved \
         GROUP BY account, currency HAVING SUM(off) <> 0",
    ),
    (
        4,
        "an internal account has another balance than its entries or the ledger say",
        "SELECT 'account ' || w.number AS what FROM wallet w WHERE w.balance_minor <> COALESCE((SELECT SUM(e.amount_minor) \
         FROM wallet_entry e WHERE e.wallet_id = w.id), 0) OR w.balance_minor <> -COALESCE((SELECT SUM(l.amount_minor) \
         FROM posting_line l WHERE l.account = 'WALLET:' || {uuid:w.id}), 0)",
    ),
    (
        4,
        "a line of a statement shows another balance than comes of those before it",
        "SELECT 'account ' || w.number || ' entry ' || s.position AS what FROM (SELECT wallet_id, position, balance_minor, \
         SUM(amount_minor) OVER (PARTITION BY wallet_id ORDER BY position) AS there FROM wallet_entry) s \
         JOIN wallet w ON w.id = s.wallet_id WHERE s.balance_minor <> s.there",
    ),
    (
        4,
        "money of an internal account was spent and no entry says so",
        "SELECT 'payment ' || {uuid:p.id} AS what FROM payment p WHERE p.method = 'wallet' AND p.origin_id IS NULL \
         AND p.amount_minor > 0 AND NOT EXISTS (SELECT 1 FROM wallet_entry e WHERE e.payment_id = p.id \
         AND e.kind = 'PURCHASE' AND e.amount_minor = -p.amount_minor)",
    ),
];

/// Names everything that breaks a rule, at most a hundred of each kind.
pub async fn check(app: &App) -> Result<Vec<Violation>, Fault> {
    let mut violations = Vec::new();
    let db = app.db.read();
    for (rule, name, query) in QUERIES {
        let sql = format!("{} LIMIT 100", spell(query, app.db.is_sqlite()));
        let values = if query.contains("$1") { vec![app.clock.now().into()] } else { Vec::new() };
        let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
        let found = Found::find_by_statement(statement).all(db).await?;
        violations
            .extend(found.into_iter().map(|found| Violation { rule: *rule, what: format!("{name}: {}", found.what) }));
    }
    prices(app, &mut violations).await?;
    documents(app, &mut violations).await?;
    if let Some(broken) = broken_chain(app).await? {
        violations.push(Violation { rule: 4, what: format!("the audit log's chain is broken: {broken}") });
    }
    Ok(violations)
}

/// Fills in what the two databases write differently.
fn spell(query: &str, sqlite: bool) -> String {
    let mut out = String::new();
    let mut rest = query;
    while let Some(start) = rest.find('{') {
        let Some(end) = rest[start..].find('}') else { break };
        out.push_str(&rest[..start]);
        let hole = &rest[start + 1..start + end];
        let (kind, column) = hole.split_once(':').unwrap_or(("text", hole));
        out.push_str(&match (kind, sqlite) {
            ("uuid", true) => format!(
                "(substr(lower(hex({column})), 1, 8) || '-' || substr(lower(hex({column})), 9, 4) || '-' || \
                 substr(lower(hex({column})), 13, 4) || '-' || substr(lower(hex({column})), 17, 4) || '-' || \
                 substr(lower(hex({column})), 21))"
            ),
            (_, true) => format!("CAST({column} AS TEXT)"),
            (_, false) => format!("CAST({column} AS text)"),
        });
        rest = &rest[start + end + 1..];
    }
    out.push_str(rest);
    out
}

const PAGE: u64 = 2_000;

/// Rule 5: a line's price is the sum of the parts that explain it.
async fn prices(app: &App, violations: &mut Vec<Violation>) -> Result<(), Fault> {
    let mut after = Uuid::nil();
    loop {
        let rows = order_line::Entity::find()
            .filter(order_line::Column::Id.gt(after))
            .order_by_asc(order_line::Column::Id)
            .limit(PAGE)
            .all(app.db.read())
            .await?;
        let Some(last) = rows.last() else { return Ok(()) };
        after = last.id;
        for row in &rows {
            let parts: Result<Vec<Part>, _> = serde_json::from_value(row.parts.clone());
            if parts.is_ok_and(|parts| total(&parts) == row.price_minor) {
                continue;
            }
            violations
                .push(Violation { rule: 5, what: format!("a price is not the sum of its parts: line {}", row.id) });
        }
    }
}

/// Rule 9: every document number is sealed, and opens for its passenger alone.
async fn documents(app: &App, violations: &mut Vec<Violation>) -> Result<(), Fault> {
    let mut after = Uuid::nil();
    loop {
        let rows = order_passenger::Entity::find()
            .filter(order_passenger::Column::Id.gt(after))
            .filter(order_passenger::Column::DocumentSealed.is_not_null())
            .order_by_asc(order_passenger::Column::Id)
            .limit(PAGE)
            .all(app.db.read())
            .await?;
        let Some(last) = rows.last() else { return Ok(()) };
        after = last.id;
        for row in &rows {
            let sealed = row.document_sealed.as_deref().unwrap_or_default();
            if app.secrets.open(row.id, sealed).is_err() {
                violations.push(Violation { rule: 9, what: format!("a document does not open: passenger {}", row.id) });
            }
        }
    }
}
