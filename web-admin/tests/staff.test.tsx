import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { startI18n } from 'web-shared';
import { App } from '../src/app/App';
import { loadCatalogues } from '../src/app/catalogues';
import { startSession } from '../src/features/account/session';
import { router } from '../src/routes/router';

test('from the door to trips, letters and jobs', async () => {
  await startI18n(loadCatalogues, 'ru');
  await startSession();
  router.history.push('/admin/');
  render(<App />);

  await userEvent.type(await screen.findByLabelText('Почта или логин'), 'admin@example.org');
  await userEvent.type(screen.getByLabelText('Пароль'), 'wrong');
  await userEvent.click(screen.getByRole('button', { name: 'Войти' }));
  expect(await screen.findByText('Логин или пароль не подошли')).toBeInTheDocument();
  await userEvent.clear(screen.getByLabelText('Пароль'));
  await userEvent.type(screen.getByLabelText('Пароль'), 'right');
  await userEvent.click(screen.getByRole('button', { name: 'Войти' }));

  expect(await screen.findByRole('heading', { level: 1, name: 'Рейсы дня' })).toBeInTheDocument();
  const trips = await screen.findByRole('table');
  await userEvent.click(within(trips).getAllByRole('link', { name: '501Н' })[0]!);
  expect(await screen.findByRole('group', { name: /Схема мест/ })).toBeInTheDocument();
  expect(await screen.findByText('Билетов ещё не купили')).toBeInTheDocument();

  await userEvent.click(screen.getByRole('link', { name: 'Письма и SMS' }));
  // On a screen without room beside the list a letter opens over it.
  const letters = await screen.findByRole('region', { name: 'Письма и SMS' });
  await userEvent.click(within(letters).getAllByRole('link')[0]!);
  const frame = await screen.findByTitle<HTMLIFrameElement>('Содержание письма');
  expect(frame.getAttribute('sandbox')).not.toContain('allow-scripts');
  expect(frame.getAttribute('sandbox')).not.toContain('allow-same-origin');

  await userEvent.keyboard('{Escape}');
  await userEvent.click(await screen.findByRole('link', { name: 'Задания' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Повторить: Письмо или SMS' }));
  expect(await screen.findByText('Задание поставлено снова')).toBeInTheDocument();
});
