import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { currentWorld } from 'web-shared/testing/server';
import { ask, heldOrder, namedOrder, paidOrder, TRIP, visit } from './app';

const day = TRIP.split('_')[2]!;

describe('the results', () => {
  test('show what can be bought, with seats left and the price', async () => {
    await visit(`/search?from=p-bishkek&to=p-karakol&date=${day}&pax=ADULT:2`);
    const night = await screen.findByRole('article', { name: '22:30 – 05:25' });
    expect(within(night).getByText('1 400 сом')).toBeInTheDocument();
    expect(within(night).getByText(/осталось \d+ мест/)).toBeInTheDocument();
    expect(within(night).getByText(/\+1 дн\./)).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: '6 вариантов' })).toBeInTheDocument();
  });

  test('name the zone of a stop abroad', async () => {
    await visit(`/search?from=p-bishkek&to=p-almaty&date=${day}`);
    expect((await screen.findAllByText('местное, UTC+5')).length).toBeGreaterThan(0);
  });

  test('a return date asks for the way back second', async () => {
    await visit(`/search?from=p-bishkek&to=p-karakol&date=${day}&back=${day}`);
    const choose = await screen.findAllByRole('button', { name: 'Выбрать' });
    await userEvent.click(choose[0]!);
    expect(await screen.findByRole('heading', { level: 1, name: /Каракол\s*Бишкек/ })).toBeInTheDocument();
    expect(await screen.findAllByRole('button', { name: 'Выбрать места' })).not.toHaveLength(0);
  });
});

describe('nonsense in a link', () => {
  test('a day that does not exist: the form, with what could be understood', async () => {
    await visit(`/search?from=p-bishkek&to=p-karakol&date=2026-99-99`);
    expect(await screen.findByText('Укажите, куда и когда ехать')).toBeInTheDocument();
    expect(await screen.findByDisplayValue('Бишкек')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Найти' })).toBeInTheDocument();
  });
  test('an unknown town', async () => {
    await visit(`/search?from=zzz&to=p-karakol&date=${day}`);
    expect(await screen.findByText('По этой ссылке искать не получится')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Найти' })).toBeInTheDocument();
  });
  test('an unknown trip', async () => {
    await visit('/trip?out=zzz~0~1');
    expect(await screen.findByText('Такого рейса нет')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Найти рейс' })).toBeInTheDocument();
  });
  test('an unknown station is not an empty board', async () => {
    await visit('/board/nonsense');
    expect(await screen.findByText('Такого вокзала нет')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Все вокзалы' })).toBeInTheDocument();
    expect(screen.queryByText('Ближайших рейсов нет')).not.toBeInTheDocument();
  });
});

describe('the seats', () => {
  const open = () => visit(`/trip?out=${encodeURIComponent(`${TRIP}~0~2`)}`);
  const firstFree = async () => {
    await screen.findByRole('group', { name: /Схема мест/ });
    const seat = await waitFor(() => {
      const found = document.querySelector<HTMLButtonElement>('[data-seat][data-status="FREE"]');
      expect(found).not.toBeNull();
      return found!;
    });
    return { seat, label: seat.dataset.seat! };
  };

  test('one that another buyer takes is lost with a word about it', async () => {
    await open();
    const { seat, label } = await firstFree();
    await userEvent.click(seat);
    expect(seat).toHaveAttribute('data-status', 'CHOSEN');
    currentWorld().take(TRIP, label);
    expect(await screen.findByText(`Место ${label} только что занял другой покупатель`)).toBeInTheDocument();
    expect(document.querySelector(`[data-seat="${label}"]`)).toHaveAttribute('data-status', 'SOLD');
  });

  test('the best ones are shown on the map before anything is held', async () => {
    await visit(`/trip?out=${encodeURIComponent(`${TRIP}~0~2`)}&pax=ADULT:2`);
    await firstFree();
    await userEvent.click(screen.getByRole('button', { name: 'Подобрать лучшие' }));
    const chosen = [...document.querySelectorAll<HTMLElement>('[data-seat][data-status="CHOSEN"]')].map((seat) => seat.dataset.seat);
    expect(chosen).toHaveLength(2);
    expect(screen.getByText(new RegExp(`Подобрали места ${chosen.join(', ')}`))).toBeInTheDocument();
  });

  test('the choice survives a reload', async () => {
    await open();
    const { seat, label } = await firstFree();
    await userEvent.click(seat);
    await waitFor(() => expect(JSON.stringify({ ...sessionStorage })).toContain(`\\"${label}\\"`));
  });

  test('are held, and the secret of the order is kept on the device', async () => {
    await open();
    const { seat } = await firstFree();
    await userEvent.click(seat);
    await userEvent.click(screen.getByRole('button', { name: 'Продолжить' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Кто едет' })).toBeInTheDocument();
    expect(localStorage.getItem('beket.orders')).toContain('secret-');
  });
});

describe('the passengers', () => {
  const person = (n: number) => within(screen.getByRole('group', { name: `Пассажир ${n}` }));
  /** At once, as a browser fills in what it remembers. */
  const put = async (field: HTMLElement, text: string) => {
    await userEvent.click(field);
    await userEvent.paste(text);
  };
  const fill = async (n: number, born: string, document: string) => {
    await put(person(n).getByLabelText(/^Фамилия/), 'Асанова');
    await put(person(n).getByLabelText(/^Имя/), 'Айгүл');
    await put(person(n).getByLabelText(/^Дата рождения/), born);
    await put(person(n).getByLabelText(/^Номер документа/), document);
  };
  const contact = async () => {
    await put(screen.getByLabelText(/^Электронная почта/), 'aigul@example.org');
    await put(screen.getByLabelText(/^Телефон/), '0700 123456');
    await userEvent.click(screen.getByRole('checkbox', { name: /Согласен/ }));
  };

  test('errors stand at their fields, the age is checked, and the draft is kept', async () => {
    const { number } = await heldOrder();
    await visit(`/order/${number}/passengers`);
    await screen.findByRole('group', { name: 'Пассажир 2' });
    await userEvent.click(screen.getByRole('button', { name: 'К оплате' }));
    await waitFor(() => expect(person(1).getByLabelText(/^Фамилия/)).toBeInvalid());
    expect(person(1).getByLabelText(/^Фамилия/)).toHaveFocus();

    await fill(1, '07031990', 'ID1000000');
    await fill(2, '05051985', 'KRX100000');
    await contact();
    await userEvent.click(screen.getByRole('button', { name: 'К оплате' }));
    expect(await person(2).findByText(/По возрасту не подходит/)).toBeInTheDocument();
    expect(sessionStorage.getItem(`beket.draft.${number}`)).toContain('ID1000000');
  });

  test('what the server refuses is said at the field it means', async () => {
    const { number } = await heldOrder();
    await visit(`/order/${number}/passengers`);
    await screen.findByRole('group', { name: 'Пассажир 2' });
    await fill(1, '07031990', 'ID1000000');
    await fill(2, '05052019', 'ID1000000');
    await contact();
    await userEvent.click(screen.getByRole('button', { name: 'К оплате' }));
    expect(await screen.findByText('Проверьте отмеченные поля')).toBeInTheDocument();
    expect(person(1).getByLabelText(/^Номер документа/)).toBeValid();
    expect(person(2).getByLabelText(/^Номер документа/)).toBeInvalid();
  });

  test('a name that is none is refused as soon as one leaves the field, an empty one is not yet', async () => {
    const { number } = await heldOrder();
    await visit(`/order/${number}/passengers`);
    await screen.findByRole('group', { name: 'Пассажир 1' });
    await userEvent.click(person(1).getByLabelText(/^Имя/));
    await put(person(1).getByLabelText(/^Фамилия/), '!!');
    await userEvent.tab();
    expect(await person(1).findByText('Только буквы, пробел, дефис и апостроф')).toBeInTheDocument();
    expect(person(1).getByLabelText(/^Имя/)).not.toHaveAttribute('aria-invalid', 'true');
  });

  test('a passenger can be dropped before payment', async () => {
    const { number } = await heldOrder();
    await visit(`/order/${number}/passengers`);
    await userEvent.click(await screen.findByRole('button', { name: 'Убрать пассажира 2' }));
    await waitFor(() => expect(screen.queryByRole('group', { name: 'Пассажир 2' })).not.toBeInTheDocument());
  });
});

describe('the order', () => {
  test('shows tickets, and gives one of two back by a quote', async () => {
    const { number } = await paidOrder();
    await visit(`/order/${number}`);
    expect(await screen.findByText('Оплачено. Счастливого пути!')).toBeInTheDocument();
    expect(screen.getAllByRole('img', { name: /^QR-код билета/ })).toHaveLength(2);

    await userEvent.click(screen.getByRole('button', { name: 'Вернуть билеты' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Возврат' }));
    await userEvent.click(dialog.getAllByRole('checkbox')[0]!);
    await userEvent.click(dialog.getByRole('button', { name: 'Рассчитать возврат 1 билета' }));
    expect(await dialog.findByText('Вы получите')).toBeInTheDocument();
    expect(dialog.getByText(/удерживается 5 %/)).toBeInTheDocument();
    await userEvent.click(dialog.getByRole('button', { name: 'Вернуть билеты' }));
    expect(await dialog.findByText(/^Возврат оформлен/)).toBeInTheDocument();
    expect(await screen.findByText('Часть билетов возвращена')).toBeInTheDocument();
    expect(screen.getAllByRole('img', { name: /^QR-код билета/ })).toHaveLength(1);
  });

  test('changes by itself when the server says so', async () => {
    const { number, id } = await heldOrder();
    await visit(`/order/${number}`);
    expect(await screen.findByText('Заказ ждёт оплаты')).toBeInTheDocument();
    await ask('mutation($input: StartPaymentInput!) { startPayment(input: $input) { __typename } }', { input: { order: { id }, idempotencyKey: 'p', method: 'sandbox' } });
    expect(await screen.findByText('Оплачено. Счастливого пути!')).toBeInTheDocument();
  });

  test('is paid by a code: it stays on the page until the money has come', async () => {
    const { number, id } = await namedOrder();
    await visit(`/order/${number}/payment`);
    await userEvent.click(await screen.findByRole('radio', { name: /ELQR/ }));
    await userEvent.click(screen.getByRole('button', { name: /^Оплатить/ }));
    expect(await screen.findByRole('img', { name: /^QR-код для оплаты/ })).toBeInTheDocument();
    expect(screen.getByText('Открыть приложение банка').closest('a')).toHaveAttribute('href', 'https://pay.payqr.kg/#0002');
    // Another way is open, and the code is there again after a reload.
    await userEvent.click(screen.getByRole('button', { name: 'Оплатить другим способом' }));
    expect(await screen.findByRole('radio', { name: /ELQR/ })).toBeInTheDocument();
    cleanup();
    await visit(`/order/${number}/payment`);
    expect(await screen.findByRole('img', { name: /^QR-код для оплаты/ })).toBeInTheDocument();
    currentWorld().moneyCame(id);
    expect(await screen.findByText('Оплачено. Счастливого пути!')).toBeInTheDocument();
    expect(screen.queryByRole('img', { name: /^QR-код для оплаты/ })).not.toBeInTheDocument();
  });

  test('one that is not known is said so in words', async () => {
    await visit('/order/BK-NONE-NONE');
    expect(await screen.findByText('Ничего не найдено')).toBeInTheDocument();
  });
});
