// Asks each ready report for a year, three times, for the day before and for a month, and prints a table: the slowest of the year,
// which large tables were read from end to end for the day (a missing index) and for the month (which may be the shortest way: in the
// demonstration it has a sixth of all tickets), and the memory of the server after a file of all sales.
import { readFileSync, statSync } from 'node:fs';

const [url, log, pid] = process.argv.slice(2);
const LIMIT_MS = 2000;
/** Tables that grow with sales. */
const LARGE = ['order', 'order_line', 'order_passenger', 'order_segment', 'ticket', 'payment', 'posting', 'posting_line', 'claim'];

let token;
async function ask(query, variables = {}) {
  const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
  const answer = await (await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })).json();
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
}

const signIn = `mutation($i: SignInInput!) { signIn(input: $i) { __typename ... on SignedIn { accessToken } } }`;
token = (await ask(signIn, { i: { login: 'administrator@demo.beket.example.com', password: 'beket-demo', kind: 'STAFF' } })).signIn.accessToken;
const { standardReports } = await ask(`{ standardReports { code name definition { dataSet columns chart period { kind from to } groups { column part }
  measures { kind column } filters { column operator values } sort { column measure descending } } } }`);
const report = `query($d: ReportDefinitionInput!) { report(definition: $d, first: 500) { __typename ... on ReportTable { totalCount totals { measures { value } } } } }`;
const size = () => (log ? statSync(log).size : 0);
const said = (from) => (log ? readFileSync(log).subarray(from).toString() : '');
/** The large tables that are read from end to end for a report. */
async function read(definition) {
  const from = size();
  await ask(report, { d: definition });
  await new Promise((done) => setTimeout(done, 200));
  const plans = said(from).split(/duration: /).filter((plan) => plan.includes('WITH leaf'));
  if (log && plans.length === 0) throw new Error('the log has no plan');
  const whole = LARGE.filter((name) => plans.some((plan) => new RegExp(`Seq Scan on "?${name}"?[ \\n]`).test(plan)));
  return whole.join(', ') || 'none';
}
let failed = false;
console.log('| report | groups | rows | a year, slowest of 3 | whole tables read for a day | for a month |');
console.log('|---|---:|---:|---:|---|---|');
for (const { code, definition } of standardReports) {
  const of = (kind) => ({ ...definition, period: { kind } });
  let slowest = 0;
  let table;
  for (let n = 0; n < 3; n++) {
    const begun = performance.now();
    table = (await ask(report, { d: of('LAST_YEAR') })).report;
    slowest = Math.max(slowest, performance.now() - begun);
  }
  const day = await read(of('YESTERDAY'));
  const month = await read(of('LAST_30_DAYS'));
  const rows = table.totals.reduce((sum, total) => sum + Number(total.measures[0]?.value ?? 0), 0);
  if (slowest > LIMIT_MS || day !== 'none') failed = true;
  console.log(`| ${code} | ${table.totalCount} | ${rows} | ${Math.round(slowest)} ms | ${day} | ${month} |`);
}

const memory = (what) => Number(new RegExp(`${what}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
const before = memory('VmRSS');
const definition = { dataSet: 'sales', period: { kind: 'LAST_YEAR' }, columns: ['sold', 'number', 'carrier', 'route', 'channel', 'state', 'seat', 'price', 'fare'] };
for (const format of ['CSV', 'XLSX']) {
  const input = { definition, format };
  const begun = performance.now();
  const { exportReport } = await ask(`mutation($i: ExportReportInput!) { exportReport(input: $i) { ... on ExportReady { url } } }`, { i: input });
  const response = await fetch(exportReport.url);
  let bytes = 0;
  for await (const chunk of response.body) bytes += chunk.length;
  console.log(`${format}: ${response.status}, ${(bytes / 1e6).toFixed(0)} MB in ${((performance.now() - begun) / 1000).toFixed(1)} s, memory ${memory('VmHWM').toFixed(0)} MB at most, ${before.toFixed(0)} MB before`);
}
process.exit(failed ? 1 : 0);
