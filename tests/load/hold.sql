-- What the database itself can do: the transactions of holdSeats and releaseOrder for one seat, for pgbench:
--   pgbench -n -M prepared -f tests/load/hold.sql -D rides=… DATABASE
-- `bench_ride` (n from 1, trip, from_call, to_call, seats) holds the rides that the load driver sells.
\set n random(1, :rides)
BEGIN;
INSERT INTO idempotency (operation, key, fingerprint, answer, created_at)
    SELECT 'holdSeats', gen_random_uuid()::text, repeat('0', 64), to_jsonb(gen_random_uuid()), now()
    ON CONFLICT (operation, key) DO NOTHING
    RETURNING gen_random_uuid() AS order_id, gen_random_uuid() AS passenger_id, gen_random_uuid() AS line_id,
        (SELECT trip FROM bench_ride WHERE n = :n) AS trip, (SELECT from_call FROM bench_ride WHERE n = :n) AS from_call,
        (SELECT to_call FROM bench_ride WHERE n = :n) AS to_call,
        (SELECT floor(random() * seats)::int FROM bench_ride WHERE n = :n) AS seat \gset
INSERT INTO claim (space_id, seat, leg, line_id, held_until)
    SELECT :trip, :seat, leg, :line_id, now() + interval '15 minutes' FROM generate_series(:from_call::int, :to_call::int - 1) AS leg
    ON CONFLICT (space_id, seat, leg) DO UPDATE SET line_id = excluded.line_id, held_until = excluded.held_until
    WHERE claim.held_until IS NOT NULL AND claim.held_until <= now();
INSERT INTO "order" (id, number, channel, currency, language, hold_until, hold_extended, version, created_at, first_departure_at)
    VALUES (:order_id::uuid, gen_random_uuid()::text, 'WEB', 'KGS', 'ru', now() + interval '15 minutes', FALSE, 1, now(), now());
INSERT INTO order_segment (order_id, position, trip_id, from_call, to_call, direction, departs_at, arrives_at)
    VALUES (:order_id, 0, :trip, :from_call, :to_call, 'OUTBOUND', now(), now());
INSERT INTO order_passenger (id, order_id, position, category) VALUES (:passenger_id, :order_id, 0, 'ADULT');
INSERT INTO order_line (id, order_id, passenger_id, segment, kind, space_id, from_call, to_call, seat, seat_label, state,
        currency, price_minor, fare_minor, parts, created_at)
    VALUES (:line_id, :order_id, :passenger_id, 0, 'SEAT', :trip, :from_call, :to_call, :seat, '1', 'HELD',
        'KGS', 50000, 50000, '[{"kind": "Fare", "rule": "", "amount_minor": 50000, "percent": null}]', now());
UPDATE trip SET version = version + 1 WHERE id = :trip RETURNING version;
COMMIT;
BEGIN;
SELECT * FROM "order" WHERE id = :order_id FOR UPDATE;
SELECT * FROM order_line WHERE order_id = :order_id ORDER BY id;
UPDATE order_line SET state = 'RELEASED' WHERE id = :line_id;
UPDATE "order" SET version = version + 1 WHERE id = :order_id RETURNING *;
DELETE FROM claim WHERE line_id = :line_id;
UPDATE trip SET version = version + 1 WHERE id = :trip RETURNING version;
COMMIT;
