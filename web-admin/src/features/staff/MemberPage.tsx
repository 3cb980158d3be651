import { Button, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useFormat, useMutation, useQuery } from 'web-shared';
import { useParam } from 'web-shared/routing';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { wordsOf } from '../../app/wordsOf';
import { EndStaffSessionDocument, StaffChoicesDocument, StaffMemberDocument, UpdateStaffDocument, type StaffOutcomeFragment } from '../../gql/graphql';
import { useSession } from '../account/session';
import { History } from '../audit/History';
import { Access } from './Access';
import { deviceOf } from './device';
import { MemberForm } from './MemberForm';
import { AccessBadge, nameOf } from './StaffPage';

/** One of those who work here: data, access, sessions, and what was done to them. */
export function MemberPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { me } = useSession();
  const id = useParam('id');
  const [{ data, error }, reload] = useQuery({ query: StaffMemberDocument, variables: { id }, requestPolicy: 'cache-and-network' });
  const [{ data: choices }] = useQuery({ query: StaffChoicesDocument });
  const [updating, update] = useMutation(UpdateStaffDocument);
  const [ending, endSession] = useMutation(EndStaffSessionDocument);
  const [said, setSaid] = useState<{ tone: 'ok' | 'error'; text: string } | null>(null);
  const [changes, setChanges] = useState(0);
  const member = data?.staffMember;

  const done = (outcome: StaffOutcomeFragment | undefined, words: string) => {
    if (outcome?.__typename === 'StaffChanged') setSaid({ tone: 'ok', text: words });
    else if (outcome) setSaid({ tone: 'error', text: wordsOf(outcome) });
    setChanges((was) => was + 1);
    reload({ requestPolicy: 'network-only' });
  };

  if (!member || !choices) {
    return (
      <Page title={t('staff.member')}>
        {error ? <ProblemNotice error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} /> : <Skeleton height={320} radius="lg" />}
      </Page>
    );
  }
  const own = me?.id === member.id;
  const end = async (session: string) => {
    const ended = await endSession({ id: session });
    setSaid(ended.data ? { tone: 'ok', text: t('staff.sessionEnded') } : { tone: 'error', text: t('staff.sessionOver') });
    setChanges((was) => was + 1);
    reload({ requestPolicy: 'network-only' });
  };

  return (
    <Page
      title={nameOf(member)}
      lead={
        <>
          {member.email} · <AccessBadge member={member} />
        </>
      }
    >
      {said && <Notice live tone={said.tone} title={said.text} />}
      <div className={page.columns}>
        <div style={{ display: 'grid', gap: '1.2rem' }}>
          <section className={page.card} aria-labelledby="sessions">
            <h2 id="sessions">{t('staff.sessions')}</h2>
            {data.staffSessions.length === 0 && <p className="bk-muted">{t('staff.noSessions')}</p>}
            <ul style={{ margin: 0, paddingInlineStart: '1.1rem', display: 'grid', gap: '0.5rem' }}>
              {data.staffSessions.map((session) => (
                <li key={session.id} style={{ overflowWrap: 'anywhere' }}>
                  {t('staff.lastUsed', { time: format.date(session.lastUsedAt, 'moment') })}
                  {session.address && ` · ${session.address}`}
                  <br />
                  <small className="bk-muted" title={session.device ?? undefined}>
                    {session.device ? (deviceOf(session.device) ?? t('staff.otherDevice')) : '—'}
                  </small>
                  {!own && (
                    <Button variant="subtle" size="compact-sm" loading={ending.fetching} onClick={() => void end(session.id)}>
                      {t('staff.endSession')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </section>
          <History subjectKind="staff" subjectId={member.id} changes={changes} />
        </div>
        <div style={{ display: 'grid', gap: '1.2rem' }}>
          <section className={page.card} aria-labelledby="data">
            <h2 id="data">{t('staff.data')}</h2>
            <MemberForm
              key={member.version}
              member={member}
              choices={choices}
              busy={updating.fetching}
              error={updating.error}
              submit={t('staff.save')}
              onSubmit={async ({ firstName, lastName, role, carrierId, stationIds, deskIds }) => {
                const outcome = (await update({ input: { id: member.id, version: member.version, firstName, lastName, role, carrierId, stationIds, deskIds } })).data?.updateStaff;
                if (outcome?.__typename === 'StaffChanged') done(outcome, t('staff.saved'));
                return outcome;
              }}
            />
          </section>
          {!own && <Access member={member} onDone={done} />}
        </div>
      </div>
    </Page>
  );
}
