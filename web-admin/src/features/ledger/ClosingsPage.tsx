import { Button, Checkbox, Modal, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Notice, ProblemNotice, useFormat, useMutation, useQuery } from 'web-shared';
import { Badge } from '../../app/Badge';
import { DayInput } from '../../app/DayInput';
import { FormFrame } from '../../app/FormFrame';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { ReasonForm } from '../../app/ReasonForm';
import { TableBox } from '../../app/TableBox';
import { useForm } from '../../app/useForm';
import { ClosePeriodDocument, PeriodClosingsDocument, ReopenPeriodDocument } from '../../gql/graphql';
import { useCan } from '../account/session';

/** Up to which day the books are closed. */
export function ClosingsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const [{ data, error }, reload] = useQuery({ query: PeriodClosingsDocument, requestPolicy: 'cache-and-network' });
  const [opening, setOpening] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const closings = data?.periodClosings;
  const last = closings?.filter((one) => !one.reopenedAt).toSorted((a, b) => b.lastDay.localeCompare(a.lastDay))[0];
  const done = (words: string) => {
    setOpening(null);
    setSaid(words);
    reload({ requestPolicy: 'network-only' });
  };
  return (
    <Page title={t('periods.title')} lead={last ? t('periods.closedTo', { day: format.date(last.lastDay, 'full') }) : t('periods.open')}>
      {said && <Notice live tone="ok" title={said} />}
      {can('CLOSE_PERIODS') && (
        <section className={page.card} aria-labelledby="close" style={{ maxWidth: '36rem' }}>
          <h2 id="close">{t('periods.close')}</h2>
          <CloseForm onClosed={(day) => done(t('periods.closed', { day: format.date(day, 'full') }))} />
        </section>
      )}
      {error && !closings && <ProblemNotice error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} />}
      {!closings && !error && <Skeleton height={200} radius="lg" />}
      {closings?.length === 0 && <Empty title={t('periods.none')}>{t('periods.noneText')}</Empty>}
      {closings && closings.length > 0 && (
        <TableBox label={t('periods.title')} columns={[t('periods.day'), t('periods.when'), t('periods.state'), t('jobs.action')]}>
          {closings.map((one) => (
            <tr key={one.id}>
              <td>
                <strong>{format.date(one.lastDay, 'full')}</strong>
              </td>
              <td>
                {format.date(one.closedAt, 'moment')}
                <small>{[one.closedBy?.lastName, one.closedBy?.firstName].filter(Boolean).join(' ')}</small>
              </td>
              <td>
                <Badge tone={one.reopenedAt ? 'quiet' : 'good'}>{t(one.reopenedAt ? 'periods.isOpen' : 'periods.isClosed')}</Badge>
                {one.reopenedAt && <small>{[format.date(one.reopenedAt, 'moment'), one.reopenedBy?.lastName, one.reopenedReason].filter(Boolean).join(' · ')}</small>}
              </td>
              <td>
                {one.id === last?.id && can('REOPEN_PERIODS') && (
                  <Button variant="subtle" color="red" size="compact-md" onClick={() => setOpening(one.id)}>
                    {t('periods.reopen')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </TableBox>
      )}
      <Modal opened={opening !== null} onClose={() => setOpening(null)} title={t('periods.reopen')} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {opening && <Reopen id={opening} onDone={() => done(t('periods.reopened'))} />}
      </Modal>
    </Page>
  );
}

function CloseForm({ onClosed }: { onClosed: (day: string) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [{ fetching, error }, close] = useMutation(ClosePeriodDocument);
  // It cannot be taken back by who does it: the day is read once more.
  const [asking, setAsking] = useState<string | null>(null);
  const [sure, setSure] = useState<string | null>(null);
  const form = useForm({
    name: 'periods.close',
    version: null,
    saved: { lastDay: '' },
    send: async ({ lastDay }) => {
      if (!lastDay) return { __typename: 'InvalidInput', fields: [{ path: 'lastDay', message: t('form.required') }] };
      if (sure !== lastDay) {
        setAsking(lastDay);
        return undefined;
      }
      const answer = (await close({ input: { lastDay } })).data?.closePeriod;
      if (answer?.__typename === 'PeriodChanged') {
        form.discard();
        onClosed(lastDay);
      }
      return answer;
    },
  });
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={t('periods.close')}>
      <p>{t('periods.means')}</p>
      <DayInput label={t('periods.lastDay')} value={form.values.lastDay} error={form.wrong('lastDay')} onChange={(lastDay) => form.set({ lastDay })} />
      {asking === form.values.lastDay && asking && (
        <Checkbox label={t('periods.sure', { day: format.date(asking, 'full') })} checked={sure === asking} onChange={(event) => setSure(event.currentTarget.checked ? asking : null)} />
      )}
    </FormFrame>
  );
}

function Reopen({ id, onDone }: { id: string; onDone: () => void }) {
  const { t } = useTranslation();
  const [{ fetching, error }, reopen] = useMutation(ReopenPeriodDocument);
  const [wrong, setWrong] = useState<string | null>(null);
  const send = async (reason: string) => {
    const answer = (await reopen({ input: { id, reason } })).data?.reopenPeriod;
    if (answer?.__typename === 'InvalidInput') setWrong(answer.fields[0]?.message ?? answer.message);
    else if (answer) onDone();
  };
  return <ReasonForm text={t('periods.reopenText')} label={t('ledger.reason')} action={t('periods.reopen')} longest={300} danger busy={fetching} wrong={wrong} error={error} onSend={(reason) => void send(reason)} />;
}
