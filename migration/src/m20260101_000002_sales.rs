//! Sales: orders and their lines, claims on seats, payments, refunds, tickets, the ledger; accounts and sessions;
//! messages, jobs, idempotency keys, the audit log.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DatabaseBackend;

use crate::sql;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, TABLES).await?;
        sql(manager, INDEXES).await?;
        if manager.get_database_backend() == DatabaseBackend::Postgres {
            sql(manager, &[APPEND_ONLY_FUNCTION]).await?;
        }
        for table in APPEND_ONLY {
            for statement in refuse_changes(manager.get_database_backend(), table) {
                manager.get_connection().execute_unprepared(&statement).await?;
            }
        }
        Ok(())
    }
}

/// Tables that the database itself keeps from being changed: what is booked stays booked.
const APPEND_ONLY: &[&str] = &["posting", "posting_line", "audit"];

const APPEND_ONLY_FUNCTION: &str = "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$";

pub fn refuse_changes(backend: DatabaseBackend, table: &str) -> Vec<String> {
    if backend == DatabaseBackend::Postgres {
        return vec![
            format!(
                "CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} \
                 FOR EACH ROW EXECUTE FUNCTION refuse_change()"
            ),
            format!(
                "CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} \
                 FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
            ),
        ];
    }
    ["UPDATE", "DELETE"]
        .map(|change| {
            format!(
                "CREATE TRIGGER {table}_no_{} BEFORE {change} ON {table} \
                 BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END",
                change.to_lowercase()
            )
        })
        .into()
}

const TABLES: &[&str] = &[
    r#"CREATE TABLE "order" (
        id {uuid} NOT NULL,
        number TEXT NOT NULL,
        channel TEXT NOT NULL,
        account_id {uuid},
        currency TEXT NOT NULL,
        language TEXT NOT NULL,
        email TEXT,
        phone TEXT,
        hold_until {ts} NOT NULL,
        hold_extended {bool} NOT NULL,
        consent_at {ts},
        version BIGINT NOT NULL,
        created_at {ts} NOT NULL,
        first_departure_at {ts} NOT NULL,
        PRIMARY KEY (id)
    )"#,
    r#"CREATE TABLE "order_segment" (
        order_id {uuid} NOT NULL,
        position INTEGER NOT NULL,
        trip_id {uuid} NOT NULL,
        from_call INTEGER NOT NULL,
        to_call INTEGER NOT NULL,
        direction TEXT NOT NULL,
        departs_at {ts} NOT NULL,
        arrives_at {ts} NOT NULL,
        PRIMARY KEY (order_id, position)
    ) {without_rowid}"#,
    r#"CREATE TABLE "order_passenger" (
        id {uuid} NOT NULL,
        order_id {uuid} NOT NULL,
        position INTEGER NOT NULL,
        category TEXT NOT NULL,
        first_name TEXT,
        last_name TEXT,
        middle_name TEXT,
        birth_date {date},
        citizenship TEXT,
        document_kind TEXT,
        document_sealed {blob},
        document_index {blob},
        document_tail TEXT,
        dropped_at {ts},
        PRIMARY KEY (id)
    )"#,
    r#"CREATE TABLE "order_line" (
        id {uuid} NOT NULL,
        order_id {uuid} NOT NULL,
        passenger_id {uuid} NOT NULL,
        segment INTEGER NOT NULL,
        kind TEXT NOT NULL,
        code TEXT,
        space_id {uuid} NOT NULL,
        from_call INTEGER NOT NULL,
        to_call INTEGER NOT NULL,
        seat INTEGER,
        seat_label TEXT,
        state TEXT NOT NULL,
        currency TEXT NOT NULL,
        price_minor BIGINT NOT NULL,
        fare_minor BIGINT NOT NULL,
        child_fare_minor BIGINT,
        parts {json} NOT NULL,
        created_at {ts} NOT NULL,
        PRIMARY KEY (id)
    )"#,
    r#"CREATE TABLE "claim" (
        space_id {uuid} NOT NULL,
        seat INTEGER NOT NULL,
        leg INTEGER NOT NULL,
        line_id {uuid} NOT NULL,
        held_until {ts},
        PRIMARY KEY (space_id, seat, leg)
    ) {without_rowid}"#,
    r#"CREATE TABLE "payment" (
        id {uuid} NOT NULL,
        order_id {uuid} NOT NULL,
        method TEXT NOT NULL,
        state TEXT NOT NULL,
        currency TEXT NOT NULL,
        amount_minor BIGINT NOT NULL,
        refunded_minor BIGINT NOT NULL,
        gateway_ref TEXT,
        redirect_url TEXT,
        failure_reason TEXT,
        created_at {ts} NOT NULL,
        paid_at {ts},
        PRIMARY KEY (id)
    )"#,
    r#"CREATE TABLE "payment_event" (
        gateway TEXT NOT NULL,
        event_id TEXT NOT NULL,
        payment_id {uuid},
        raw TEXT NOT NULL,
        outcome TEXT NOT NULL,
        received_at {ts} NOT NULL,
        PRIMARY KEY (gateway, event_id)
    )"#,
    r#"CREATE TABLE "refund" (
        id {uuid} NOT NULL,
        order_id {uuid} NOT NULL,
        payment_id {uuid},
        state TEXT NOT NULL,
        currency TEXT NOT NULL,
        amount_minor BIGINT NOT NULL,
        withheld_minor BIGINT NOT NULL,
        reason TEXT NOT NULL,
        lines {json} NOT NULL,
        valid_until {ts} NOT NULL,
        created_at {ts} NOT NULL,
        confirmed_at {ts},
        done_at {ts},
        failure_reason TEXT,
        PRIMARY KEY (id)
    )"#,
    r#"CREATE TABLE "ticket" (
        id {uuid} NOT NULL,
        line_id {uuid} NOT NULL,
        order_id {uuid} NOT NULL,
        number TEXT NOT NULL,
        qr TEXT NOT NULL,
        issued_at {ts} NOT NULL,
        void_at {ts},
        PRIMARY KEY (id)
    )"#,
    r#"CREATE TABLE "posting" (
        id {uuid} NOT NULL,
        source TEXT NOT NULL,
        kind TEXT NOT NULL,
        order_id {uuid},
        at {ts} NOT NULL,
        PRIMARY KEY (id)
    )"#,
    r#"CREATE TABLE "posting_line" (
        posting_id {uuid} NOT NULL,
        position INTEGER NOT NULL,
        account TEXT NOT NULL,
        currency TEXT NOT NULL,
        amount_minor BIGINT NOT NULL,
        PRIMARY KEY (posting_id, position)
    ) {without_rowid}"#,
    r#"CREATE TABLE "account" (
        id {uuid} NOT NULL,
        first_name TEXT,
        last_name TEXT,
        email TEXT,
        phone TEXT,
        password_hash TEXT,
        language TEXT NOT NULL,
        role TEXT,
        carrier_id {uuid},
        blocked_at {ts},
        deleted_at {ts},
        created_at {ts} NOT NULL,
        PRIMARY KEY (id)
    )"#,
    r#"CREATE TABLE "session" (
        id {uuid} NOT NULL,
        account_id {uuid} NOT NULL,
        kind TEXT NOT NULL,
        created_at {ts} NOT NULL,
        last_used_at {ts} NOT NULL,
        expires_at {ts} NOT NULL,
        revoked_at {ts},
        address TEXT,
        device TEXT,
        PRIMARY KEY (id)
    )"#,
    r#"CREATE TABLE "refresh_token" (
        hash {blob} NOT NULL,
        session_id {uuid} NOT NULL,
        created_at {ts} NOT NULL,
        used_at {ts},
        PRIMARY KEY (hash)
    )"#,
    r#"CREATE TABLE "one_time_code" (
        contact TEXT NOT NULL,
        purpose TEXT NOT NULL,
        code_hash {blob} NOT NULL,
        attempts INTEGER NOT NULL,
        created_at {ts} NOT NULL,
        expires_at {ts} NOT NULL,
        PRIMARY KEY (contact, purpose)
    )"#,
    r#"CREATE TABLE "saved_passenger" (
        id {uuid} NOT NULL,
        account_id {uuid} NOT NULL,
        first_name TEXT NOT NULL,
        last_name TEXT NOT NULL,
        middle_name TEXT,
        birth_date {date} NOT NULL,
        citizenship TEXT NOT NULL,
        document_kind TEXT NOT NULL,
        document_sealed {blob} NOT NULL,
        document_tail TEXT NOT NULL,
        created_at {ts} NOT NULL,
        PRIMARY KEY (id)
    )"#,
    r#"CREATE TABLE "message" (
        id {uuid} NOT NULL,
        channel TEXT NOT NULL,
        recipient TEXT NOT NULL,
        subject TEXT,
        text TEXT NOT NULL,
        html TEXT,
        attachments {json} NOT NULL,
        state TEXT NOT NULL,
        order_id {uuid},
        created_at {ts} NOT NULL,
        sent_at {ts},
        PRIMARY KEY (id)
    )"#,
    r#"CREATE TABLE "job" (
        id {uuid} NOT NULL,
        kind TEXT NOT NULL,
        key TEXT NOT NULL,
        payload {json} NOT NULL,
        state TEXT NOT NULL,
        attempts INTEGER NOT NULL,
        run_at {ts} NOT NULL,
        locked_until {ts},
        last_error TEXT,
        created_at {ts} NOT NULL,
        finished_at {ts},
        PRIMARY KEY (id)
    )"#,
    r#"CREATE TABLE "idempotency" (
        operation TEXT NOT NULL,
        key TEXT NOT NULL,
        fingerprint TEXT NOT NULL,
        answer {json} NOT NULL,
        created_at {ts} NOT NULL,
        PRIMARY KEY (operation, key)
    ) {without_rowid}"#,
    r#"CREATE TABLE "audit" (
        id {uuid} NOT NULL,
        at {ts} NOT NULL,
        account_id {uuid},
        action TEXT NOT NULL,
        subject TEXT NOT NULL,
        address TEXT,
        PRIMARY KEY (id)
    )"#,
    r#"CREATE TABLE "sandbox_charge" (
        id {uuid} NOT NULL,
        reference TEXT NOT NULL,
        currency TEXT NOT NULL,
        amount_minor BIGINT NOT NULL,
        refunded_minor BIGINT NOT NULL,
        state TEXT NOT NULL,
        description TEXT NOT NULL,
        return_url TEXT NOT NULL,
        callback_url TEXT NOT NULL,
        events INTEGER NOT NULL,
        created_at {ts} NOT NULL,
        PRIMARY KEY (id)
    )"#,
    r#"CREATE TABLE "sandbox_refund" (
        reference TEXT NOT NULL,
        charge_id {uuid} NOT NULL,
        amount_minor BIGINT NOT NULL,
        created_at {ts} NOT NULL,
        PRIMARY KEY (reference)
    )"#,
    r#"CREATE TABLE "api_key" (
        id {uuid} NOT NULL,
        name TEXT NOT NULL,
        hash {blob} NOT NULL,
        scopes {json} NOT NULL,
        created_at {ts} NOT NULL,
        revoked_at {ts},
        PRIMARY KEY (id)
    )"#,
];

const INDEXES: &[&str] = &[
    r#"CREATE UNIQUE INDEX order_number ON "order" (number)"#,
    r#"CREATE INDEX order_created ON "order" (created_at)"#,
    r#"CREATE INDEX order_account ON "order" (account_id, created_at)"#,
    r#"CREATE INDEX order_email ON "order" (email)"#,
    r#"CREATE INDEX order_phone ON "order" (phone)"#,
    r#"CREATE INDEX order_segment_trip ON order_segment (trip_id)"#,
    r#"CREATE INDEX order_passenger_order ON order_passenger (order_id)"#,
    r#"CREATE INDEX order_passenger_document ON order_passenger (document_index)"#,
    r#"CREATE INDEX order_passenger_name ON order_passenger (last_name)"#,
    r#"CREATE INDEX order_line_order ON order_line (order_id)"#,
    r#"CREATE INDEX order_line_space ON order_line (space_id)"#,
    r#"CREATE INDEX claim_line ON claim (line_id)"#,
    r#"CREATE INDEX payment_order ON payment (order_id)"#,
    r#"CREATE INDEX payment_open ON payment (created_at) WHERE state IN ('CREATED', 'PENDING', 'UNKNOWN')"#,
    r#"CREATE INDEX refund_order ON refund (order_id)"#,
    r#"CREATE UNIQUE INDEX ticket_line ON ticket (line_id)"#,
    r#"CREATE INDEX ticket_order ON ticket (order_id)"#,
    r#"CREATE UNIQUE INDEX ticket_number ON ticket (number)"#,
    r#"CREATE UNIQUE INDEX posting_source ON posting (source)"#,
    r#"CREATE INDEX posting_order ON posting (order_id)"#,
    r#"CREATE INDEX posting_line_account ON posting_line (account, currency)"#,
    r#"CREATE UNIQUE INDEX account_email ON account (email)"#,
    r#"CREATE UNIQUE INDEX account_phone ON account (phone)"#,
    r#"CREATE INDEX session_account ON session (account_id)"#,
    r#"CREATE INDEX refresh_token_session ON refresh_token (session_id)"#,
    r#"CREATE INDEX saved_passenger_account ON saved_passenger (account_id)"#,
    r#"CREATE INDEX message_created ON message (created_at)"#,
    r#"CREATE UNIQUE INDEX job_key ON job (key)"#,
    r#"CREATE INDEX job_due ON job (run_at) WHERE state IN ('WAITING', 'RUNNING')"#,
    r#"CREATE INDEX job_created ON job (created_at)"#,
    r#"CREATE UNIQUE INDEX sandbox_charge_reference ON sandbox_charge (reference)"#,
    r#"CREATE UNIQUE INDEX api_key_hash ON api_key (hash)"#,
];
