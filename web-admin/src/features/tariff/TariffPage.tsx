import { Button, Modal, SegmentedControl, Skeleton, Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Notice, ProblemNotice, useFormat, useMutation, useQuery } from 'web-shared';
import { Badge } from '../../app/Badge';
import { Page } from '../../app/Page';
import { TableBox } from '../../app/TableBox';
import { useHomeZone } from '../../app/homeDay';
import { useFilters } from '../../app/useFilters';
import { wordsOf } from '../../app/wordsOf';
import { EndTariffRuleDocument, TariffRulesDocument, type TariffRuleKind, type TariffRulePartsFragment, type TariffRuleState } from '../../gql/graphql';
import css from './Tariff.module.css';
import { scopeWords } from './scopes';
import { TariffRuleForm } from './TariffRuleForm';

const KINDS: TariffRuleKind[] = ['DISCOUNT', 'CLASS', 'DYNAMIC', 'BAGGAGE', 'FEE', 'REFUND', 'EXCHANGE'];
const TONES: Record<TariffRuleState, 'good' | 'warn' | 'quiet'> = { IN_FORCE: 'good', PLANNED: 'warn', ENDED: 'quiet' };

/** Discounts, baggage, fees, conditions of refund: what holds, what is planned, and what has been. */
export function TariffPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const zone = useHomeZone();
  const { search, change } = useFilters('/tariff');
  const kind = KINDS.find((one) => one === search.kind) ?? 'DISCOUNT';
  const ended = search.ended === 'yes';
  const [{ data, error, fetching }, reload] = useQuery({ query: TariffRulesDocument, variables: { kind, ended }, requestPolicy: 'cache-and-network' });
  const [open, setOpen] = useState<TariffRulePartsFragment | 'new' | null>(null);
  const [said, setSaid] = useState<{ tone: 'ok' | 'error'; text: string } | null>(null);
  const [ending, end] = useMutation(EndTariffRuleDocument);
  const reread = () => reload({ requestPolicy: 'network-only' });
  const rules = data?.tariffRules.filter((one) => one.kind === kind);
  const edited = open === null || open === 'new' ? undefined : (rules?.find((one) => one.code === open.code) ?? open);
  const finish = async (rule: TariffRulePartsFragment) => {
    const outcome = (await end({ input: { code: rule.code, version: rule.version } })).data?.endTariffRule;
    if (outcome) setSaid(outcome.__typename === 'TariffRuleSaved' ? { tone: 'ok', text: t('tariff.endedNow', { name: rule.name }) } : { tone: 'error', text: wordsOf(outcome) });
    reread();
  };
  return (
    <Page title={t('tariff.title')} lead={t('tariff.lead')} tools={<Button onClick={() => setOpen('new')}>{t('tariff.new')}</Button>}>
      <div className={css.bar}>
        <SegmentedControl aria-label={t('tariff.kind')} value={kind} onChange={(value) => change({ kind: value })} data={KINDS.map((one) => ({ value: one, label: t(`tariff.kindOf.${one}`) }))} />
        <Switch label={t('tariff.history')} checked={ended} onChange={(event) => change({ ended: event.currentTarget.checked ? 'yes' : undefined })} />
      </div>
      {said && <Notice live tone={said.tone} title={said.text} />}
      {(error ?? ending.error) && <ProblemNotice error={(error ?? ending.error)!} onRetry={reread} />}
      {!rules && fetching && <Skeleton height={320} radius="lg" />}
      {rules?.length === 0 && <Empty title={t(ended ? 'tariff.noneEnded' : 'tariff.none')} />}
      {rules && rules.length > 0 && (
        <TableBox label={t(`tariff.kindOf.${kind}`)} columns={[t('tariff.name'), t('tariff.terms'), t('tariff.where'), t('tariff.when'), '']}>
          {rules.map((rule) => (
            <tr key={rule.code}>
              <td>
                <strong>{rule.name}</strong>
                <small>{rule.category ?? rule.code}</small>
              </td>
              <td>{termsOf(rule, t, format)}</td>
              <td>
                {rule.routes.length > 0 ? rule.routes.map((route) => route.number || route.name).join(', ') : rule.scopes.map((scope) => scopeWords(scope, t)).join('; ') || '—'}
                <small>{[rule.carrier?.name, rule.channels.map((one) => t(`today.channel.${one}`)).join(', ')].filter(Boolean).join(' · ')}</small>
              </td>
              <td>
                <Badge tone={TONES[rule.state]}>{t(`tariff.stateOf.${rule.state}`)}</Badge>
                <small>
                  {[rule.validFrom && t('tariff.since', { from: format.date(rule.validFrom, 'moment') }), rule.validTo && t('tariff.until', { to: format.date(rule.validTo, 'moment') })].filter(Boolean).join(' ') || t(rule.keptByOffice ? 'tariff.always' : 'tariff.fromFile')}
                </small>
              </td>
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
          ))}
        </TableBox>
      )}
      <Modal opened={open !== null} onClose={() => setOpen(null)} size="52rem" title={edited ? edited.name : t('tariff.newOf', { kind: t(`tariff.kindOf.${kind}`) })} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {open && zone && (
          <TariffRuleForm
            zone={zone}
            key={edited?.code ?? `new.${kind}`}
            kind={kind}
            rule={edited}
            carriers={data?.carriers ?? []}
            routes={data?.routeRecords?.nodes ?? []}
            reread={reread}
            onSaved={(planned) => {
              setOpen(null);
              setSaid({ tone: 'ok', text: t(planned ? 'tariff.planned' : 'tariff.saved') });
              reread();
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

const signed = (percent: number): string => `${percent > 0 ? '+' : percent < 0 ? '−' : ''}${Math.abs(percent)} %`;

/** What a rule says, in one line. */
function termsOf(rule: TariffRulePartsFragment, t: Words, format: ReturnType<typeof useFormat>): string {
  const money = rule.amount && format.money(rule.amount);
  switch (rule.kind) {
    case 'DISCOUNT': {
      const ages = rule.ageFrom !== null || rule.ageTo !== null ? t('tariff.ages', { from: rule.ageFrom ?? 0, to: rule.ageTo ?? '…' }) : null;
      return [t('tariff.off', { percent: Number(rule.percentOff) }), ages, rule.ownSeat === false && t('tariff.onLap'), rule.minGroup && t('tariff.group', { count: rule.minGroup }), rule.quotaPerTrip && t('tariff.perTrip', { count: rule.quotaPerTrip }), rule.seasonFrom && rule.seasonTo && [rule.seasonFrom, rule.seasonTo].map((day) => format.date(`${A_LEAP_YEAR}-${day}`, 'day')).join(' – ')].filter(Boolean).join('; ');
    }
    case 'BAGGAGE':
      return [Number(rule.amount?.amount) === 0 ? t('tariff.included') : money, t('tariff.pieces', { count: rule.maxCount ?? 1 })].join('; ');
    case 'FEE':
      return [money ?? t('tariff.percentOf', { percent: Number(rule.percent) }), rule.most && t('tariff.atMost', { amount: format.money(rule.most) }), t(rule.ofStation ? 'tariff.station' : 'tariff.service')].filter(Boolean).join('; ');
    case 'CLASS':
      return [t(`layout.seatClass.${rule.seatClass}`, rule.seatClass ?? ''), money ? `+${money}` : signed(Number(rule.percent))].join(': ');
    case 'DYNAMIC': {
      const { occupancy, ahead, floor, ceiling } = rule.demand ?? { occupancy: [], ahead: [], floor: '100', ceiling: '100' };
      const full = occupancy.map((one) => t('tariff.ofOccupied', { from: one.from, percent: signed(Number(one.percent)) }));
      const early = ahead.map((one) => t('tariff.ofAhead', { from: Math.round((one.from / 24) * 100) / 100, percent: signed(Number(one.percent)) }));
      return [...full, ...early, t('tariff.between', { floor: Number(floor), ceiling: Number(ceiling) })].join('; ');
    }
    default:
      return [t('tariff.back', { percent: Number(rule.percent) }), rule.minutesBefore === null ? t('tariff.cancelled') : t(rule.minutesBefore < 0 ? 'tariff.after' : 'tariff.before', { minutes: Math.abs(rule.minutesBefore) })].join('; ');
  }
}
