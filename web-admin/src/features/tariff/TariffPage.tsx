import { Button, Modal, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, Notice, ProblemNotice, useFormat, useMutation, useQuery } from 'web-shared';
import { Badge } from '../../app/Badge';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { PagedTable } from '../../app/PagedTable';
import { useHomeZone } from '../../app/homeDay';
import { useSorting } from '../../app/sorting';
import { useFilters } from '../../app/useFilters';
import { usePages } from '../../app/usePages';
import { wordsOf } from '../../app/wordsOf';
import { EndTariffRuleDocument, TariffCarriersDocument, TariffRulesDocument, type TariffRuleKind, type TariffRulePartsFragment, type TariffRuleState } from '../../gql/graphql';
import css from './Tariff.module.css';
import { scopeWords } from './scopes';
import { TariffRuleForm } from './TariffRuleForm';

const KINDS: TariffRuleKind[] = ['DISCOUNT', 'CLASS', 'DYNAMIC', 'BAGGAGE', 'EXTRA', 'FEE', 'REFUND', 'EXCHANGE'];
const STATES: TariffRuleState[] = ['IN_FORCE', 'PLANNED', 'ENDED'];
const SORTS = ['DECIDING', 'NAME', 'VALID_FROM', 'VALID_TO'] as const;
/** What the terms of each kind are in a file. */
const TERMS: Record<TariffRuleKind, string[]> = {
  DISCOUNT: ['percentOff', 'ageFrom', 'ageTo', 'minGroup', 'perTrip', 'seasonFrom', 'seasonTo', 'ownSeat', 'proof'],
  CLASS: ['seatClass', 'rate', 'share'],
  DYNAMIC: ['bySold', 'byHours', 'floor', 'ceiling'],
  BAGGAGE: ['rate', 'pieces'],
  EXTRA: ['rate', 'pieces'],
  FEE: ['rate', 'share', 'atMost', 'ofStation'],
  REFUND: ['share', 'minutesBefore'],
  EXCHANGE: ['share', 'minutesBefore'],
};
const TONES: Record<TariffRuleState, 'good' | 'warn' | 'quiet'> = { IN_FORCE: 'good', PLANNED: 'warn', ENDED: 'quiet' };

/** Discounts, baggage, extras, fees, conditions of refund: what holds, what is planned, and what has been. */
export function TariffPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const zone = useHomeZone();
  const { search, change, text, setText, asked } = useFilters('/tariff');
  const kind = KINDS.find((one) => one === search.kind) ?? null;
  const state = STATES.find((one) => one === search.state) ?? null;
  // Of what is over, the last is looked for.
  const sorting = useSorting(SORTS, state === 'ENDED' ? { sort: 'VALID_TO', direction: 'DESC' } : { sort: 'DECIDING', direction: 'ASC' });
  const pages = usePages(TariffRulesDocument, { filter: { kind, state, text: asked || null, carrierId: search.carrier ?? null }, sort: sorting.sort, direction: sorting.direction }, (data) => data.tariffRules);
  const [{ data }] = useQuery({ query: TariffCarriersDocument });
  const carriers = data?.carriers ?? [];
  const [open, setOpen] = useState<TariffRulePartsFragment | 'new' | null>(null);
  // Where rules of all kinds are shown, a new one's is chosen with it.
  const [chosen, setChosen] = useState<TariffRuleKind>('DISCOUNT');
  const [said, setSaid] = useState<{ tone: 'ok' | 'error'; text: string } | null>(null);
  const [ending, end] = useMutation(EndTariffRuleDocument);
  const edited = open === null || open === 'new' ? undefined : (pages.nodes.find((one) => one.code === open.code) ?? open);
  const formKind = edited?.kind ?? kind ?? chosen;
  const finish = async (rule: TariffRulePartsFragment) => {
    const outcome = (await end({ input: { code: rule.code, version: rule.version } })).data?.endTariffRule;
    if (outcome) setSaid(outcome.__typename === 'TariffRuleSaved' ? { tone: 'ok', text: t('tariff.endedNow', { name: rule.name }) } : { tone: 'error', text: wordsOf(outcome) });
    pages.reload();
  };
  return (
    <Page title={t('tariff.title')} lead={t('tariff.lead')} tools={<Button onClick={() => setOpen('new')}>{t('tariff.new')}</Button>}>
      <div className={css.bar}>
        <SegmentedControl aria-label={t('tariff.kind')} value={kind ?? ''} onChange={(value) => change({ kind: value || undefined })} data={[{ value: '', label: t('all') }, ...KINDS.map((one) => ({ value: one, label: t(`tariff.kindOf.${one}`) }))]} />
      </div>
      <div className={page.filters} role="search" aria-label={t('filters')}>
        <TextInput style={{ flexBasis: '18rem' }} label={t('tariff.text')} placeholder={t('tariff.textHint')} leftSection={<Icon name="search" size={18} />} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <NativeSelect label={t('tariff.state')} value={state ?? ''} onChange={(event) => change({ state: event.currentTarget.value || undefined })} data={[{ value: '', label: t('tariff.present') }, ...STATES.map((one) => ({ value: one, label: t(`tariff.stateOf.${one}`) }))]} />
        <NativeSelect label={t('tariff.carrierId')} value={search.carrier ?? ''} onChange={(event) => change({ carrier: event.currentTarget.value || undefined })} data={[{ value: '', label: t('all') }, ...carriers.map((one) => ({ value: one.id, label: one.name }))]} />
      </div>
      {said && <Notice live tone={said.tone} title={said.text} />}
      {ending.error && <ProblemNotice error={ending.error} />}
      <PagedTable
        list="tariff"
        label={kind ? t(`tariff.kindOf.${kind}`) : t('tariff.title')}
        columns={[
          { title: t('tariff.name'), sort: 'NAME', sheet: ['kind', 'name', 'code', 'category'] },
          { title: t('tariff.terms'), sheet: [...new Set((kind ? [kind] : KINDS).flatMap((one) => TERMS[one]))] },
          { title: t('tariff.where'), sheet: ['scopes', 'routes', 'carrier', 'channels'] },
          { title: t('tariff.validFrom'), sort: 'VALID_FROM', sheet: ['state', 'validFrom', 'edited'] },
          { title: t('tariff.validTo'), sort: 'VALID_TO', sheet: ['validTo'] },
          t('roles.action'),
        ]}
        sorting={sorting}
        pages={pages}
        empty={{ title: t(asked || search.carrier ? 'list.noMatch' : state === 'ENDED' ? 'tariff.noneEnded' : 'tariff.none') }}
        row={(rule) => (
          <tr key={rule.code}>
            <td>
              <strong>{rule.name}</strong>
              <small>{[!kind && t(`tariff.kindOf.${rule.kind}`), rule.category ?? rule.code].filter(Boolean).join(' · ')}</small>
            </td>
            <td>{termsOf(rule, t, format)}</td>
            <td>
              {rule.routes.length > 0 ? rule.routes.map((route) => route.number || route.name).join(', ') : rule.scopes.map((scope) => scopeWords(scope, t)).join('; ') || '—'}
              <small>{[rule.carrier?.name, rule.channels.map((one) => t(`today.channel.${one}`)).join(', ')].filter(Boolean).join(' · ')}</small>
            </td>
            <td>
              <Badge tone={TONES[rule.state]}>{t(`tariff.stateOf.${rule.state}`)}</Badge>
              <small>{rule.validFrom ? format.date(rule.validFrom, 'moment') : !rule.keptByOffice && t('tariff.fromFile')}</small>
            </td>
            <td className={page.number}>{rule.validTo ? format.date(rule.validTo, 'moment') : '—'}</td>
            <td>
              {rule.state !== 'ENDED' && (
                <div className={css.buttons}>
                  <Button variant="light" size="compact-md" aria-label={t('tariff.editNamed', { name: rule.name })} onClick={() => setOpen(rule)}>
                    {t('roles.edit')}
                  </Button>
                  <Button variant="subtle" color="red" size="compact-md" aria-label={t('tariff.endNamed', { name: rule.name })} onClick={() => void finish(rule)}>
                    {t(rule.state === 'PLANNED' ? 'tariff.giveUp' : 'tariff.end')}
                  </Button>
                </div>
              )}
            </td>
          </tr>
        )}
      />
      <Modal opened={open !== null} onClose={() => setOpen(null)} size="52rem" title={edited ? edited.name : t('tariff.newOf', { kind: t(`tariff.kindOf.${formKind}`) })} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {open === 'new' && !kind && <NativeSelect mb="md" label={t('tariff.kind')} value={chosen} onChange={(event) => setChosen(event.currentTarget.value as TariffRuleKind)} data={KINDS.map((one) => ({ value: one, label: t(`tariff.kindOf.${one}`) }))} />}
        {open && zone && (
          <TariffRuleForm
            zone={zone}
            key={edited?.code ?? `new.${formKind}`}
            kind={formKind}
            rule={edited}
            carriers={carriers}
            reread={pages.reload}
            onSaved={(planned) => {
              setOpen(null);
              setSaid({ tone: 'ok', text: t(planned ? 'tariff.planned' : 'tariff.saved') });
              pages.reload();
            }}
          />
        )}
      </Modal>
    </Page>
  );
}

/** 29 February is a day of a season too. */
const A_LEAP_YEAR = 2024;

type Words = ReturnType<typeof useTranslation>['t'];

/** What a rule says, in one line. */
function termsOf(rule: TariffRulePartsFragment, t: Words, format: ReturnType<typeof useFormat>): string {
  const money = rule.amount && format.money(rule.amount);
  const signed = (percent: string | null) => `${Number(percent) > 0 ? '+' : ''}${format.number(percent ?? 0)} %`;
  switch (rule.kind) {
    case 'DISCOUNT': {
      const ages = rule.ageFrom !== null || rule.ageTo !== null ? t('tariff.ages', { from: rule.ageFrom ?? 0, to: rule.ageTo ?? '…' }) : null;
      return [t('tariff.off', { percent: format.number(rule.percentOff ?? 0) }), ages, rule.ownSeat === false && t('tariff.onLap'), rule.minGroup && t('tariff.group', { count: rule.minGroup }), rule.quotaPerTrip && t('tariff.perTrip', { count: rule.quotaPerTrip }), rule.seasonFrom && rule.seasonTo && [rule.seasonFrom, rule.seasonTo].map((day) => format.date(`${A_LEAP_YEAR}-${day}`, 'day')).join(' – ')].filter(Boolean).join('; ');
    }
    case 'BAGGAGE':
    case 'EXTRA':
      return [Number(rule.amount?.amount) === 0 ? t('tariff.included') : money, t('tariff.pieces', { count: rule.maxCount ?? 1 })].join('; ');
    case 'FEE':
      return [money ?? t('tariff.percentOf', { percent: format.number(rule.percent ?? 0) }), rule.most && t('tariff.atMost', { amount: format.money(rule.most) }), t(rule.ofStation ? 'tariff.station' : 'tariff.service')].filter(Boolean).join('; ');
    case 'CLASS':
      return [t(`layout.seatClass.${rule.seatClass}`, rule.seatClass ?? ''), money ? `${Number(rule.amount?.amount) > 0 ? '+' : ''}${money}` : signed(rule.percent)].join(': ');
    case 'DYNAMIC': {
      const { occupancy, ahead, floor, ceiling } = rule.demand ?? { occupancy: [], ahead: [], floor: '100', ceiling: '100' };
      const full = occupancy.map((one) => t('tariff.ofOccupied', { from: one.from, percent: signed(one.percent) }));
      const early = ahead.map((one) => t('tariff.ofAhead', { from: Math.round((one.from / 24) * 100) / 100, percent: signed(one.percent) }));
      return [...full, ...early, t('tariff.between', { floor: Number(floor), ceiling: Number(ceiling) })].join('; ');
    }
    default:
      return [t('tariff.back', { percent: format.number(rule.percent ?? 0) }), rule.minutesBefore === null ? t('tariff.cancelled') : t(rule.minutesBefore < 0 ? 'tariff.after' : 'tariff.before', { minutes: Math.abs(rule.minutesBefore) })].join('; ');
  }
}
