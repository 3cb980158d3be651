import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, expect, test, vi } from 'vitest';
import { startI18n } from 'web-shared';
import { AmountField, readAmount } from '../src/app/AmountField';
import { loadCatalogues } from '../src/app/catalogues';
import { FormFrame } from '../src/app/FormFrame';
import { useForm } from '../src/app/useForm';

beforeAll(() => startI18n(loadCatalogues, 'ru'));

test.each([
  ['1250.5', 1250.5],
  ['1250,50', 1250.5],
  [' 1 250 000,05 ', 1_250_000.05],
  ['1 250', 1250],
  ['-5', -5],
  ['12.', 12],
  [',5', 0.5],
  ['0', 0],
  ['', ''],
])('%s is an amount', (text, amount) => expect(readAmount(text)).toBe(amount));

test.each(['1e5', 'abc', '12 сом', '0x1F', '1 5', '1 25,5', '1.2.3', '1,250.50', '12.345', '-', ',', 'Infinity', '9999999999999'])('%s is none', (text) => expect(readAmount(text)).toBeNull());

interface FormProps {
  sent: (amount: number | '') => void;
}

function Form({ sent }: FormProps) {
  const form = useForm({
    name: 'test.amount',
    version: null,
    saved: { amount: '' as number | '' },
    send: async ({ amount }) => {
      sent(amount);
      return { __typename: 'Saved' };
    },
  });
  return (
    <FormFrame form={form} busy={false} error={undefined} submit="Внести">
      <AmountField label="Сумма" value={form.values.amount} onChange={(amount) => form.set({ amount })} />
    </FormFrame>
  );
}

test('what is no amount is said to be none and is not sent, what is one is', async () => {
  const sent = vi.fn();
  render(
    <MantineProvider>
      <Form sent={sent} />
    </MantineProvider>,
  );
  const field = screen.getByLabelText('Сумма');
  await userEvent.type(field, '1e5{Enter}');
  expect(field).toHaveValue('1e5');
  expect(screen.getByText(/Это не сумма/)).toBeVisible();
  expect(sent).not.toHaveBeenCalled();
  await userEvent.clear(field);
  await userEvent.type(field, '1 500,5{Enter}');
  expect(sent.mock.calls).toEqual([[1500.5]]);
  expect(screen.queryByText(/Это не сумма/)).toBeNull();
});
