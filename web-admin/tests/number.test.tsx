import { MantineProvider, NumberInput } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeAll, expect, test } from 'vitest';
import { startI18n } from 'web-shared';
import { loadCatalogues } from '../src/app/catalogues';
import { NumberField } from '../src/app/NumberField';

interface FieldProps {
  heard: (number | '')[];
  decimalScale?: number;
}

function Field({ heard, ...more }: FieldProps) {
  const [value, setValue] = useState<number | ''>('');
  heard.push(value);
  return <NumberField label="Широта" value={value} onChange={setValue} {...more} />;
}

/** As the fields were made before: only what is a number already was kept. */
function Forgetful() {
  const [value, setValue] = useState<number | ''>('');
  return <NumberInput label="Широта" value={value} onChange={(next) => setValue(typeof next === 'number' ? next : '')} />;
}

beforeAll(() => startI18n(loadCatalogues, 'ru'));

async function typed(field: React.ReactNode, keys: string) {
  render(<MantineProvider>{field}</MantineProvider>);
  const input = screen.getByLabelText<HTMLInputElement>('Широта');
  await userEvent.type(input, keys);
  return input;
}

test.each([
  ['42.89', 42.89],
  ['42,89', 42.89],
  ['75.30', 75.3],
  ['0.05', 0.05],
  ['-5', -5],
  ['12.5{Backspace}{Backspace}', 12],
])('%s typed key by key is a number', async (keys, number) => {
  const heard: (number | '')[] = [];
  await typed(<Field heard={heard} decimalScale={6} />, keys);
  expect(heard.at(-1)).toBe(number);
});

test.each([
  ['41.21401', 41.21401],
  ['74,921401', 74.921401],
])('%s pasted is the same number in every language', async (text, number) => {
  const heard: (number | '')[] = [];
  render(
    <MantineProvider>
      <Field heard={heard} decimalScale={6} />
    </MantineProvider>,
  );
  await userEvent.click(screen.getByLabelText('Широта'));
  await userEvent.paste(text);
  expect(heard.at(-1)).toBe(number);
  expect(screen.getByLabelText('Широта')).toHaveValue(text.replace('.', ','));
});

test('a number from outside takes the place of what was typed, and nothing is none', async () => {
  const heard: (number | '')[] = [];
  const input = await typed(<Field heard={heard} />, '7');
  await userEvent.clear(input);
  expect(heard.at(-1)).toBe('');
});

test('a field that forgets what is no number yet is told apart', async () => {
  expect((await typed(<Forgetful />, '42.89')).value).toBe('89');
});
