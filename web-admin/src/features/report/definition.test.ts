import { describe, expect, it } from 'vitest';
import { moved, readAsked, readPath, writeAsked } from './definition';

describe('a report in an address', () => {
  it('comes back as it was written', () => {
    const asked = readAsked('{"dataSet":"trips","columns":["departure"],"groups":[{"column":"route","part":null}]}');
    expect(asked.dataSet).toBe('trips');
    expect(readAsked(writeAsked(asked))).toEqual(asked);
  });

  it('has nothing of what a client adds to answers', () => {
    const answered = { ...readAsked(undefined), __typename: 'ReportDefinition' };
    expect(writeAsked(answered)).not.toContain('__typename');
  });

  it('is a report of sales where it cannot be read', () => {
    expect(readAsked('{').dataSet).toBe('sales');
    expect(readAsked(undefined).period.kind).toBe('LAST_30_DAYS');
  });

  it('has a path of keys, or none', () => {
    expect(readPath('["2026-12-01",null]')).toEqual(['2026-12-01', null]);
    expect(readPath('{}')).toBeNull();
    expect(readPath(undefined)).toBeNull();
  });

  it('moves members within bounds', () => {
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  });
});
