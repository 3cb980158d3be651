import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { visit } from './app';

test('a code signs in; a wrong one says how many attempts are left; the language changes everything', async () => {
  await visit('/sign-in');
  await userEvent.type(await screen.findByLabelText('Почта или телефон'), 'aigul@example.org');
  await userEvent.click(screen.getByRole('button', { name: 'Получить код' }));
  await userEvent.type(await screen.findByLabelText('Код из сообщения'), '000000');
  expect(await screen.findByText('Код не подошёл. Осталось 4 попытки.')).toBeInTheDocument();
  await userEvent.type(screen.getByLabelText('Код из сообщения'), '123456');
  expect(await screen.findByRole('heading', { level: 1, name: 'Кабинет' })).toBeInTheDocument();

  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Язык' }), 'ky');
  await waitFor(() => expect(document.documentElement.lang).toBe('ky'));
  expect(await screen.findByRole('link', { name: 'Жүргүнчүлөр' })).toBeInTheDocument();
});

test('a guest who opens the cabinet is asked to sign in, and a bad address says so', async () => {
  await visit('/there-is-nothing');
  expect(await screen.findByRole('heading', { level: 1, name: 'Такой страницы нет' })).toBeInTheDocument();
});
