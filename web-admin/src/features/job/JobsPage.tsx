import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useFormat, useMutation } from 'web-shared';
import { useGo, useSearchText } from 'web-shared/routing';
import { Badge, type Tone } from '../../app/Badge';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { PagedTable } from '../../app/PagedTable';
import { useSorting } from '../../app/sorting';
import { usePages } from '../../app/usePages';
import { JobsDocument, RetryJobDocument, type JobState } from '../../gql/graphql';
import { useCan } from '../account/session';

const TONES: Record<JobState, Tone> = { WAITING: 'warn', RUNNING: 'warn', DONE: 'good', FAILED: 'bad' };
const STATES: JobState[] = ['FAILED', 'WAITING', 'RUNNING', 'DONE'];

const SORTS = ['CREATED'] as const;

/** Work in the background and what failed in it. */
export function JobsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const go = useGo();
  const can = useCan();
  const search = useSearchText();
  const state = STATES.find((one) => one === search.state) ?? null;
  const sorting = useSorting(SORTS, { sort: 'CREATED', direction: 'DESC' });
  const pages = usePages(JobsDocument, { state, sort: sorting.sort, direction: sorting.direction }, (data) => data.jobs);
  const [{ error }, retry] = useMutation(RetryJobDocument);
  const [said, setSaid] = useState<{ tone: 'ok' | 'error'; text: string } | null>(null);

  const again = async (id: string) => {
    setSaid(null);
    const result = (await retry({ id })).data?.retryJob;
    if (result?.__typename === 'JobRetried') setSaid({ tone: 'ok', text: t('jobs.retried') });
    else if (result) setSaid({ tone: 'error', text: result.message });
    pages.reload();
  };

  return (
    <Page
      title={t('jobs.title')}
      tools={
        <Button variant="default" onClick={pages.reload}>
          {t('refresh')}
        </Button>
      }
    >
      <SegmentedControl
        aria-label={t('trips.state')}
        style={{ justifySelf: 'start', maxWidth: '100%' }}
        value={state ?? ''}
        onChange={(value) => go({ to: '/jobs', search: { ...search, state: value || undefined }, replace: true, keepScroll: true })}
        data={[{ value: '', label: t('all') }, ...STATES.map((one) => ({ value: one, label: t(`jobState.${one}`) }))]}
      />
      {said && <Notice live tone={said.tone} title={said.text} />}
      {error && <ProblemNotice error={error} />}
      <PagedTable
        list="jobs"
        label={t('jobs.title')}
        columns={[
          { title: t('jobs.kind'), sheet: ['kind'] },
          { title: t('trips.state'), sheet: ['state'] },
          { title: t('jobs.attempts'), sheet: ['attempts'] },
          { title: t('jobs.runAt'), sort: 'CREATED', sheet: ['runAt', 'created', 'finished'] },
          { title: t('jobs.error'), sheet: ['error'] },
          t('jobs.action'),
        ]}
        sorting={sorting}
        pages={pages}
        empty={{ title: t('jobs.none'), text: t('jobs.noneText') }}
        row={(job) => (
          <tr key={job.id}>
            <td>{t(`jobKind.${job.kind}`, job.kind)}</td>
            <td>
              <Badge tone={TONES[job.state]}>{t(`jobState.${job.state}`)}</Badge>
            </td>
            <td className={page.number}>{job.attempts}</td>
            <td className={page.number}>
              {format.date(job.finishedAt ?? job.runAt, 'moment')}
              <small>{t('jobs.created', { time: format.date(job.createdAt, 'moment') })}</small>
            </td>
            <td style={{ maxWidth: '26rem', overflowWrap: 'anywhere' }}>{job.lastError ?? '—'}</td>
            <td>
              {job.state === 'FAILED' && can('RETRY_JOBS') ? (
                <Button variant="light" size="compact-md" onClick={() => void again(job.id)} aria-label={t('jobs.retryNamed', { kind: t(`jobKind.${job.kind}`, job.kind) })}>
                  {t('jobs.retry')}
                </Button>
              ) : (
                '—'
              )}
            </td>
          </tr>
        )}
      />
    </Page>
  );
}
