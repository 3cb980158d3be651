import { Button, UnstyledButton } from '@mantine/core';
import { lazy, Suspense, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, Icon, Sheet, useFormat, useQuery } from 'web-shared';
import { PassengerCategoriesDocument, SiteDocument } from '../../gql/graphql';
import { PlaceField, type ChosenPlace } from '../place/PlaceField';
import { PartyField } from './PartyField';
import type { Party, Wish } from './wish';
import css from './SearchForm.module.css';

const Calendar = lazy(async () => ({ default: (await import('web-shared/calendar')).Calendar }));

export interface SearchFormProps {
  initial?: { from?: ChosenPlace | null; to?: ChosenPlace | null; date?: string; back?: string | null; party?: Party[] };
  onSearch: (wish: Wish, names: { from: ChosenPlace; to: ChosenPlace }) => void;
}

const fallbackToday = () => new Date().toISOString().slice(0, 10);

/** From, to, dates and passengers. */
export function SearchForm({ initial, onSearch }: SearchFormProps) {
  const { t } = useTranslation();
  const [{ data: siteData }] = useQuery({ query: SiteDocument });
  const [{ data: categoryData }] = useQuery({ query: PassengerCategoriesDocument });
  const today = siteData?.site.today ?? fallbackToday();
  const last = addDays(today, siteData?.site.saleDaysAhead ?? 60);
  const categories = categoryData?.passengerCategories ?? [];

  const [from, setFrom] = useState<ChosenPlace | null>(initial?.from ?? null);
  const [to, setTo] = useState<ChosenPlace | null>(initial?.to ?? null);
  const [date, setDate] = useState<string | null>(initial?.date ?? null);
  const [back, setBack] = useState<string | null>(initial?.back ?? null);
  const [party, setParty] = useState<Party[]>(initial?.party ?? []);
  const [tried, setTried] = useState(false);
  const departure = date ?? today;
  const shownParty = party.length > 0 ? party : categories.slice(0, 1).map((one) => ({ category: one.code, count: 1 }));
  const same = from !== null && to !== null && from.id === to.id;

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (!from || !to || same) {
      const missing = !from ? 'from' : 'to';
      event.currentTarget.querySelector<HTMLInputElement>(`input[name="${missing}"]`)?.focus();
      return;
    }
    onSearch({ from: from.id, to: to.id, date: departure, back, party }, { from, to });
  };

  return (
    <form className={css.form} onSubmit={submit} noValidate>
      <div className={css.places}>
        <PlaceField name="from" label={t('search.from')} value={from} onChange={setFrom} error={tried && !from ? t('search.fromMissing') : undefined} />
        <button type="button" className={css.swap} aria-label={t('search.swap')} title={t('search.swap')} onClick={() => (setFrom(to), setTo(from))}>
          <Icon name="swap" />
        </button>
        <PlaceField
          name="to"
          label={t('search.to')}
          value={to}
          onChange={setTo}
          error={tried && !to ? t('search.toMissing') : same ? t('search.samePlace') : undefined}
        />
      </div>
      <DateField
        label={t('search.date')}
        value={departure}
        min={today}
        max={last}
        today={today}
        onChange={(next) => {
          setDate(next);
          if (back && next && back < next) setBack(null);
        }}
      />
      <DateField label={t('search.back')} value={back} min={departure} max={last} today={today} empty={t('search.noBack')} onChange={setBack} clear={t('search.clearBack')} />
      <PartyField categories={categories} value={shownParty} onChange={setParty} />
      <Button type="submit" size="lg" color="apricot.4" className={css.submit} leftSection={<Icon name="search" />}>
        {t('search.submit')}
      </Button>
    </form>
  );
}

interface DateFieldProps {
  label: string;
  value: string | null;
  min: string;
  max: string;
  today: string;
  empty?: string;
  clear?: string;
  onChange: (date: string | null) => void;
}

function DateField({ label, value, min, max, today, empty, clear, onChange }: DateFieldProps) {
  const format = useFormat();
  const field = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <UnstyledButton ref={field} className={css.field} onClick={() => setOpen(true)} aria-haspopup="dialog" aria-expanded={open}>
        <Icon name="calendar" />
        <span className={css.fieldText}>
          <span className={css.fieldLabel}>{label}</span>
          <span className={value ? css.fieldValue : css.fieldEmpty}>{value ? format.date(value, 'weekdayShort') : empty}</span>
        </span>
      </UnstyledButton>
      <Sheet label={label} open={open} onClose={() => setOpen(false)} anchor={field}>
        <Suspense fallback={<div className={css.calendarRoom} />}>
          <Calendar
            value={value}
            min={min}
            max={max}
            today={today}
            onChange={(date) => {
              onChange(date);
              setOpen(false);
            }}
          />
        </Suspense>
        {clear && value && (
          <Button variant="subtle" fullWidth onClick={() => (onChange(null), setOpen(false))}>
            {clear}
          </Button>
        )}
      </Sheet>
    </>
  );
}
