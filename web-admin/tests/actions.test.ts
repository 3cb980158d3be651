import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ACTIONS, KINDS, READINGS } from '../src/features/audit/actions';
import en from '../src/locales/en.json';

const FEATURES = join(import.meta.dirname, '../../api/src/features');

/** The server's sources: what they write into the log stands there in plain text. */
const sources = readdirSync(FEATURES, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.rs'))
  .map((name) => readFileSync(join(FEATURES, name), 'utf8'));

/** Arguments of each call of `audit` and `audit_change`. */
const calls = sources.flatMap((text) => [...text.matchAll(/\baudit(?:_change)?\(([^;]*?)\)\.await/gs)].map((call) => call[1]!));

const codesIn = (text: string): string[] => [...text.matchAll(/"([A-Z]+(?:_[A-Z]+)+)"/g)].map((word) => word[1]!);

/** Other codes that read like actions: columns, answers, kinds of something else. */
const NOT_ACTIONS = ['RESET_PASSWORD', 'EXCHANGE_WAITS', 'BLOCK_SELF', 'RESET_SELF', 'DELAY_RANGE', 'CANCEL_APART', 'REPORT_TOO_MANY_GROUPS', 'REPORT_VALUE', 'REPORT_HOUR', 'OPEN_SHIFTS'];

/** Most calls name their action; the others are handed one, which begins with such a verb too. */
function written(): Set<string> {
  const verb = (code: string) => code.split('_')[0]!;
  const verbs = new Set([...calls.flatMap(codesIn).map(verb), 'BLOCK', 'UNBLOCK', 'OPEN', 'CLOSE', 'IMPORT']);
  return new Set(sources.flatMap(codesIn).filter((code) => verbs.has(verb(code)) && !NOT_ACTIONS.includes(code)));
}

const listed: string[] = Object.values(ACTIONS).flat();

test('every action that the server logs is in the list of the log, and has words', () => {
  expect([...written()].filter((one) => !listed.includes(one))).toEqual([]);
  expect(listed.filter((one) => !(one in en.action))).toEqual([]);
});

test('the list of the log has no action that the server does not know', () => {
  const all = sources.join('\n');
  expect(listed.filter((one) => !all.includes(`"${one}"`))).toEqual([]);
  expect(new Set(listed).size).toBe(listed.length);
  expect(READINGS.filter((one) => !listed.includes(one))).toEqual([]);
});

test('every kind of what is logged is in the list of the log, and has words', () => {
  const kinds = new Set(calls.flatMap((call) => [...call.matchAll(/"([a-z_]+)(?::\{[^"]*)?"/g)].map((kind) => kind[1]!)));
  expect(kinds.size).toBeGreaterThan(10);
  expect([...kinds].filter((one) => !(KINDS as readonly string[]).includes(one))).toEqual([]);
  expect(KINDS.filter((one) => !(one in en.subject))).toEqual([]);
});
