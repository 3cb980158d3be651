import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { startI18n } from 'web-shared';
import { loadCatalogues } from '../src/app/catalogues';
import { pressed, readSorting, written, type Sorted } from '../src/app/sorting';
import { sortOf, TableBox } from '../src/app/TableBox';

type Key = 'DEPARTURE' | 'NUMBER';
const KEYS = ['DEPARTURE', 'NUMBER'] as const;
const COLUMNS = [{ title: 'Отправление', sort: 'DEPARTURE' }, { title: 'Рейс', sort: 'NUMBER' }, 'Транспорт'];

test('an address says the order, and nonsense is the usual one', () => {
  const usual: Sorted<Key> = { sort: 'DEPARTURE', direction: 'ASC' };
  expect(readSorting('-NUMBER', KEYS, usual)).toEqual({ sort: 'NUMBER', direction: 'DESC', usual });
  expect(readSorting('NUMBER', KEYS, usual)).toEqual({ sort: 'NUMBER', direction: 'ASC', usual });
  for (const text of [undefined, '', 'PRICE', '--NUMBER', 'number']) expect(readSorting(text, KEYS, usual)).toEqual({ ...usual, usual });
  expect(written({ sort: 'NUMBER', direction: 'DESC' })).toBe('-NUMBER');
});

test('what no column shows is come back to by a third press', () => {
  const usual: Sorted<string> = { sort: 'ADDED', direction: 'DESC' };
  const columns = ['NAME', undefined];
  expect(pressed('NAME', { ...usual, usual }, columns)).toBe('NAME');
  expect(pressed('NAME', { sort: 'NAME', direction: 'ASC', usual }, columns)).toBe('-NAME');
  expect(pressed('NAME', { sort: 'NAME', direction: 'DESC', usual }, columns)).toBeUndefined();
});

function Trips({ seen }: { seen: (string | undefined)[] }) {
  const [sort, setSort] = useState<string | undefined>();
  const sorting = readSorting<Key>(sort, KEYS, { sort: 'DEPARTURE', direction: 'ASC' });
  return (
    <TableBox
      label="Рейсы"
      columns={COLUMNS}
      sorting={sorting}
      onSort={(key) => {
        const next = pressed(key, sorting, COLUMNS.map(sortOf));
        seen.push(next);
        setSort(next);
      }}
    >
      <tr>
        <td>09:00</td>
        <td>501</td>
        <td>Sprinter</td>
      </tr>
    </TableBox>
  );
}

test('a table is sorted by the keyboard, and says how', async () => {
  await startI18n(loadCatalogues, 'ru');
  const seen: (string | undefined)[] = [];
  render(<Trips seen={seen} />);
  const head = (name: string) => screen.getByRole('columnheader', { name: new RegExp(name) });
  expect(head('Отправление')).toHaveAttribute('aria-sort', 'ascending');
  expect(head('Рейс')).not.toHaveAttribute('aria-sort');
  // What cannot be sorted by has no button.
  expect(within(head('Транспорт')).queryByRole('button')).toBeNull();

  const user = userEvent.setup();
  await user.tab();
  expect(screen.getByRole('region', { name: 'Рейсы' })).toHaveFocus();
  await user.tab();
  expect(within(head('Отправление')).getByRole('button')).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(head('Отправление')).toHaveAttribute('aria-sort', 'descending');
  await user.tab();
  await user.keyboard(' ');
  expect(head('Рейс')).toHaveAttribute('aria-sort', 'ascending');
  expect(head('Отправление')).not.toHaveAttribute('aria-sort');
  // The focus stays where it was pressed.
  expect(within(head('Рейс')).getByRole('button')).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(head('Рейс')).toHaveAttribute('aria-sort', 'descending');
  expect(seen).toEqual(['-DEPARTURE', 'NUMBER', '-NUMBER']);
});
