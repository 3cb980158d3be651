import { ActionIcon, Button, Modal, NativeSelect, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, Notice, ProblemNotice, useFormat, useMutation } from 'web-shared';
import { GoLink } from 'web-shared/routing';
import { Badge } from '../../app/Badge';
import { DayInput } from '../../app/DayInput';
import { FormFrame } from '../../app/FormFrame';
import pairs from '../../app/FormFrame.module.css';
import { NamesFields } from '../../app/NamesFields';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { PagedTable } from '../../app/PagedTable';
import { useSorting } from '../../app/sorting';
import { useFilters } from '../../app/useFilters';
import { useForm } from '../../app/useForm';
import { usePages } from '../../app/usePages';
import { wordsOf } from '../../app/wordsOf';
import { DropHolidayDocument, HolidaysDocument, SaveHolidayDocument, type HolidayOutcomeFragment, type HolidayPartsFragment } from '../../gql/graphql';

const SORTS = ['DATE', 'NAME', 'KIND'] as const;

/** What a choice of a kind of days asks for. */
const KINDS: Record<string, { nonWorking?: boolean; shortenedDay?: boolean; certain?: boolean }> = {
  free: { nonWorking: true },
  short: { shortenedDay: true },
  working: { nonWorking: false, shortenedDay: false },
  uncertain: { certain: false },
};

type Saved = Extract<HolidayOutcomeFragment, { __typename: 'HolidaySaved' }>;

/** Public holidays of a year; departures that run otherwise on them follow. */
export function HolidaysPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { search, change, text, setText, asked } = useFilters('/holidays');
  const [thisYear] = useState(() => new Date().getFullYear());
  const year = /^(19|20|21)\d\d$/.test(search.year ?? '') ? Number(search.year) : thisYear;
  const sorting = useSorting(SORTS, { sort: 'DATE', direction: 'ASC' });
  const pages = usePages(HolidaysDocument, { filter: { year, text: asked || null, ...KINDS[search.kind ?? ''] }, sort: sorting.sort, direction: sorting.direction }, (data) => data.holidays);
  const [open, setOpen] = useState<HolidayPartsFragment | 'new' | null>(null);
  const [said, setSaid] = useState<{ words: string; bad?: boolean; saved?: Saved } | null>(null);
  const [dropping, drop] = useMutation(DropHolidayDocument);
  const edited = open === null || open === 'new' ? undefined : (pages.nodes.find((one) => one.date === open.date) ?? open);
  const done = (saved: Saved, words: string) => {
    setOpen(null);
    setSaid({ words: `${words} ${t('holiday.effect', { made: saved.made, removed: saved.removed, kept: saved.kept.length })}`, saved });
    pages.reload();
  };
  const takeAway = async (day: HolidayPartsFragment) => {
    const outcome = (await drop({ input: { date: day.date, version: day.version } })).data?.dropHoliday;
    if (outcome?.__typename === 'HolidaySaved') done(outcome, t('holiday.dropped'));
    else if (outcome) {
      setSaid({ words: wordsOf(outcome), bad: true });
      pages.reload();
    }
  };
  return (
    <Page title={t('holiday.title')} lead={t('holiday.lead')} tools={<Button onClick={() => setOpen('new')}>{t('holiday.new')}</Button>}>
      <div className={page.tools}>
        <ActionIcon variant="default" size="lg" aria-label={t('holiday.before')} onClick={() => change({ year: String(year - 1) })}>
          <span aria-hidden>‹</span>
        </ActionIcon>
        <strong aria-live="polite">{year}</strong>
        <ActionIcon variant="default" size="lg" aria-label={t('holiday.after')} onClick={() => change({ year: String(year + 1) })}>
          <span aria-hidden>›</span>
        </ActionIcon>
      </div>
      <div className={page.filters} role="search" aria-label={t('filters')}>
        <TextInput style={{ flexBasis: '18rem' }} label={t('holiday.text')} placeholder={t('holiday.textHint')} leftSection={<Icon name="search" size={18} />} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <NativeSelect label={t('holiday.kind')} value={search.kind ?? ''} onChange={(event) => change({ kind: event.currentTarget.value || undefined })} data={[{ value: '', label: t('all') }, ...Object.keys(KINDS).map((kind) => ({ value: kind, label: t(`holiday.${kind}`) }))]} />
      </div>
      {said && (
        <Notice live tone={said.bad ? 'error' : 'ok'} title={said.words}>
          {said.saved && said.saved.kept.length > 0 && (
            <ul>
              {said.saved.kept.map((trip) => (
                <li key={trip.tripId}>
                  <GoLink to={`/trips/${encodeURIComponent(trip.tripId)}`}>{trip.number}</GoLink> {format.date(trip.departs.local.slice(0, 16), 'moment')}, {t('departure.tickets', { count: trip.tickets })}
                </li>
              ))}
            </ul>
          )}
        </Notice>
      )}
      {dropping.error && <ProblemNotice error={dropping.error} />}
      <PagedTable
        list="holidays"
        label={t('holiday.title')}
        columns={[{ title: t('holiday.date'), sort: 'DATE', sheet: ['date'] }, { title: t('holiday.name'), sort: 'NAME', sheet: ['name'] }, { title: t('holiday.kind'), sort: 'KIND', sheet: ['dayOff', 'shortened', 'certain', 'edited'] }, t('roles.action')]}
        sorting={sorting}
        pages={pages}
        empty={{ title: asked || search.kind ? t('list.noMatch') : t('holiday.none', { year }) }}
        row={(day) => (
          <tr key={day.date}>
            <td className={page.number}>{format.date(day.date, 'weekday')}</td>
            <td>{day.name}</td>
            <td>
              <Badge tone={day.nonWorking ? 'good' : 'quiet'}>{t(day.nonWorking ? 'holiday.free' : day.shortenedDay ? 'holiday.short' : 'holiday.working')}</Badge>
              <small>{[!day.certain && t('holiday.uncertain'), day.keptByOffice && t('holiday.own')].filter(Boolean).join(' · ')}</small>
            </td>
            <td>
              <div className={page.tools}>
                <Button variant="light" size="compact-md" aria-label={t('holiday.editNamed', { date: format.date(day.date, 'full') })} onClick={() => setOpen(day)}>
                  {t('roles.edit')}
                </Button>
                <ActionIcon variant="subtle" size="lg" aria-label={t('holiday.dropNamed', { date: format.date(day.date, 'full') })} onClick={() => void takeAway(day)}>
                  <Icon name="close" size={18} />
                </ActionIcon>
              </div>
            </td>
          </tr>
        )}
      />
      <Modal opened={open !== null} onClose={() => setOpen(null)} size="46rem" title={edited ? format.date(edited.date, 'full') : t('holiday.new')} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {open && <HolidayForm key={edited?.date ?? 'new'} day={edited} reread={pages.reload} onSaved={(saved) => done(saved, t('holiday.saved'))} />}
      </Modal>
    </Page>
  );
}

const valuesOf = (day: HolidayPartsFragment | undefined) => ({
  date: day?.date ?? '',
  names: { ru: day?.names.ru ?? '', ky: day?.names.ky ?? '', en: day?.names.en ?? '' },
  nonWorking: day?.nonWorking ?? true,
  shortenedDay: day?.shortenedDay ?? false,
  certain: day?.certain ?? true,
});

function HolidayForm({ day, reread, onSaved }: { day: HolidayPartsFragment | undefined; reread: () => void; onSaved: (saved: Saved) => void }) {
  const { t } = useTranslation();
  const [{ fetching, error }, save] = useMutation(SaveHolidayDocument);
  const form = useForm({
    name: `holiday.${day?.date ?? 'new'}`,
    version: day?.version ?? null,
    saved: valuesOf(day),
    reread,
    send: async (values, version) => {
      if (!values.date) return { __typename: 'InvalidInput', fields: [{ path: 'date', message: t('form.required') }] };
      const outcome = (await save({ input: { ...values, version } })).data?.saveHoliday;
      if (outcome?.__typename === 'HolidaySaved') onSaved(outcome);
      return outcome;
    },
  });
  const { values, set, wrong } = form;
  const label = (field: string) => t(`holiday.${field}`);
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={t('form.save')} names={Object.fromEntries(Object.keys(values).map((field) => [field, label(field)]))}>
      {!day && <DayInput label={label('date')} value={values.date} error={wrong('date')} onChange={(date) => set({ date })} />}
      <div className={pairs.pair}>
        <NamesFields value={values.names} onChange={(names) => set({ names })} wrong={(language) => wrong(`names.${language}`)} />
      </div>
      <Switch label={label('nonWorking')} checked={values.nonWorking} onChange={(event) => set({ nonWorking: event.currentTarget.checked })} />
      <Switch label={label('shortenedDay')} checked={values.shortenedDay} error={wrong('shortenedDay')} onChange={(event) => set({ shortenedDay: event.currentTarget.checked })} />
      <Switch label={label('certain')} checked={values.certain} onChange={(event) => set({ certain: event.currentTarget.checked })} />
    </FormFrame>
  );
}
