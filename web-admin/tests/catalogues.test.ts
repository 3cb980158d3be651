import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalogueProblems } from 'web-shared/testing/catalogues';

test('the three languages have the same words, and the code asks for none besides', () => {
  expect(catalogueProblems(join(import.meta.dirname, '../src'))).toEqual([]);
});
