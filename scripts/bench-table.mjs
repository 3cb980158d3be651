// Prints what `bench.sh` measured as one table, each figure beside its target.
import { readFileSync } from "node:fs";

const [file, orders] = process.argv.slice(2);
/** @type {Record<string, Record<string, any[]>>} */
const found = {};
for (const line of readFileSync(file, "utf8").trim().split("\n")) {
  const [database, name, ...json] = line.split(" ");
  const value = JSON.parse(json.join(" "));
  ((found[database] ??= {})[name] ??= []).push(value.result ?? value);
}

const databases = ["sqlite", "postgres"].filter((name) => found[name]);
const one = (database, name) => found[database]?.[name]?.[0];
const most = (database, name, field) => Math.max(...(found[database]?.[name] ?? []).map((value) => value[field]));
const sum = (database, name, of) => (found[database]?.[name] ?? []).reduce((total, value) => total + of(value), 0);
const round = (value, digits = 0) => (Number.isFinite(value) ? value.toLocaleString("en", { maximumFractionDigits: digits }) : "–");
const ratio = (database, over, under) => one(database, over)?.per_second / one(database, under)?.per_second;
const wait = (database, name) => `${round(one(database, name)?.p50_ms, 2)} / ${round(one(database, name)?.p99_ms, 2)} ms`;
const rate = (name) => (database) => round(one(database, name)?.per_second);

const fsyncs = (database, name) => round(one(database, name)?.fsyncs / (2 * one(database, name)?.pairs), 2);

const rows = [
  ["bare axum route, requests/s", "", rate("bare_route")],
  ["bare database, hold + release pairs/s", "", rate("bare_database")],
  ["seats held/s", "≥ 1,000", rate("seats")],
  ["seats held and released/s", "", rate("hold")],
  ["orders completed/s, 64 buyers at once", "≥ 300", rate("order")],
  ["searches/s", "≥ 5,000", rate("search")],
  ["seat maps/s", "≥ 5,000", rate("seatmap")],
  ["(a) hold + release / bare database", "≥ 0.35", (d) => round(ratio(d, "hold", "bare_database"), 2)],
  ["(b) search / bare route", "≥ 0.15", (d) => round(ratio(d, "search", "bare_route"), 2)],
  ["(b) seat map / bare route", "≥ 0.15", (d) => round(ratio(d, "seatmap", "bare_route"), 2)],
  ["(c) hold + release, p50 / p99", "", (d) => wait(d, "hold")],
  ["(c) search, p50 / p99", "", (d) => wait(d, "search")],
  ["(c) seat map, p50 / p99", "", (d) => wait(d, "seatmap")],
  ["(c) whole order, p50 / p99", "", (d) => wait(d, "order")],
  [`(d) a hold with ${round(+orders)} orders / with 1,000`, "≤ 1.3", (d) => round(ratio(d, "hold_few", "hold_many"), 2)],
  ["(e) memory for each of 2,000 seat maps", "", (d) => `${round(one(d, "maps")?.kib_each)} KiB`],
  ["(e) from the sale to the last told, median / worst", "", (d) => `${round(one(d, "maps")?.last_told_ms_median)} / ${round(one(d, "maps")?.last_told_ms_worst)} ms`],
  ["(f) flash sales: seats sold / double / unanswered", "all / 0 / 0", (d) => `${round(sum(d, "flash", (f) => f.sold))} of ${round(sum(d, "flash", (f) => f.seats))} / ${sum(d, "flash", (f) => f.double)} / ${sum(d, "flash", (f) => f.told.unanswered ?? 0)}`],
  ["(f) 10,000 buyers, worst p99", "≤ 2 s", (d) => `${round(most(d, "flash", "p99_s"), 2)} s`],
  ["(f) the same / the worst p99 of 64 buyers", "≤ 30", (d) => round(most(d, "flash", "p99_s") / most(d, "flash_few", "p99_s"), 1)],
  ["(g) fsyncs for each acknowledged change, one after the other", "≥ 1", (d) => fsyncs(d, "fsync")],
  ["(g) the same, 16 at once", "fewer", (d) => fsyncs(d, "fsync_shared")],
];
console.log(`\n| | target | ${databases.join(" | ")} |\n|---|---|${"---:|".repeat(databases.length)}`);
for (const [name, target, show] of rows) console.log(`| ${name} | ${target} | ${databases.map(show).join(" | ")} |`);
const large = one("large", "network");
if (large) {
  const memory = `${round(large.memory_kib / 1024)} MiB of memory`;
  console.log(`\nNetwork ${large.copies} times as large, SQLite: ${round(one("large", "search").per_second)} searches/s (${wait("large", "search")}), ${round(one("large", "seatmap").per_second)} seat maps/s, ${memory}.`);
}
