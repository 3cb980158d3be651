// The audits of the GraphQL-over-HTTP specification, by the npm package graphql-http, against the server at BASE_URL.
// A MUST or SHOULD that is not met fails; `npm run audit -w tests/e2e`.
import { serverAudits } from 'graphql-http';

const url = `${process.env.BASE_URL ?? 'http://localhost:8080'}/graphql`;
let failed = 0;
let passed = 0;
for (const audit of serverAudits({ url, fetchFn: fetch })) {
  const result = await audit.fn();
  if (result.status === 'ok') {
    passed += 1;
    continue;
  }
  failed += 1;
  console.error(`${result.status}: ${audit.id} ${audit.name}: ${result.reason}`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
