import { Button, Modal, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, Notice, useFormat, useMutation, useQuery } from 'web-shared';
import { GoLink } from 'web-shared/routing';
import { Badge } from '../../app/Badge';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { PagedTable } from '../../app/PagedTable';
import { useSorting } from '../../app/sorting';
import { useFilters } from '../../app/useFilters';
import { usePages } from '../../app/usePages';
import { InviteStaffDocument, StaffChoicesDocument, StaffDocument, type MemberPartsFragment } from '../../gql/graphql';
import { MemberForm } from './MemberForm';

const SORTS = ['ADDED', 'NAME', 'EMAIL', 'ROLE'] as const;

/** Who works here, and the way in for somebody new. */
export function StaffPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { search, change, text, setText, asked } = useFilters('/staff');
  const [inviting, setInviting] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const [{ data: choices }] = useQuery({ query: StaffChoicesDocument });
  const blocked = search.blocked === 'yes' ? true : search.blocked === 'no' ? false : null;
  const sorting = useSorting(SORTS, { sort: 'ADDED', direction: 'DESC' });
  const pages = usePages(StaffDocument, { filter: { text: asked || null, role: search.role ?? null, blocked }, sort: sorting.sort, direction: sorting.direction }, (data) => data.staff);
  const [{ fetching, error }, invite] = useMutation(InviteStaffDocument);

  return (
    <Page title={t('staff.title')} tools={<Button onClick={() => setInviting(true)}>{t('staff.invite')}</Button>}>
      {said && <Notice live tone="ok" title={said} />}
      <div className={page.filters} role="search" aria-label={t('filters')}>
        <TextInput style={{ flexBasis: '18rem' }} label={t('staff.text')} placeholder={t('staff.textHint')} leftSection={<Icon name="search" size={18} />} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <NativeSelect
          label={t('staff.role')}
          value={search.role ?? ''}
          onChange={(event) => change({ role: event.currentTarget.value || undefined })}
          data={[{ value: '', label: t('all') }, ...(choices?.roles.nodes ?? []).map((role) => ({ value: role.code, label: role.name }))]}
        />
        <NativeSelect
          label={t('staff.access')}
          value={search.blocked ?? ''}
          onChange={(event) => change({ blocked: event.currentTarget.value || undefined })}
          data={[
            { value: '', label: t('all') },
            { value: 'no', label: t('staff.mayEnter') },
            { value: 'yes', label: t('staff.blocked') },
          ]}
        />
      </div>
      <PagedTable
        list="staff"
        label={t('staff.title')}
        columns={[
          { title: t('staff.name'), sort: 'NAME', sheet: ['name'] },
          { title: t('staff.email'), sort: 'EMAIL', sheet: ['email'] },
          { title: t('staff.role'), sort: 'ROLE', sheet: ['role', 'carrier'] },
          { title: t('staff.lastSeen'), sheet: ['lastSeen'] },
          { title: t('staff.access'), sheet: ['blocked'] },
        ]}
        sorting={sorting}
        pages={pages}
        empty={{ title: t('staff.none'), text: t('staff.noneText') }}
        row={(member) => (
          <tr key={member.id}>
            <td>
              <GoLink to={`/staff/${encodeURIComponent(member.id)}`}>{nameOf(member)}</GoLink>
            </td>
            <td style={{ overflowWrap: 'anywhere' }}>{member.email ?? '—'}</td>
            <td>
              {member.role?.name ?? '—'}
              {member.carrier && <small>{member.carrier.name}</small>}
            </td>
            <td className={page.number}>{member.lastSeenAt ? format.date(member.lastSeenAt, 'moment') : '—'}</td>
            <td>
              <AccessBadge member={member} />
            </td>
          </tr>
        )}
      />
      <Modal opened={inviting} onClose={() => setInviting(false)} title={t('staff.inviteTitle')} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {inviting && choices && (
          <MemberForm
            choices={choices}
            busy={fetching}
            error={error}
            submit={t('staff.sendInvitation')}
            onSubmit={async ({ firstName, lastName, email, role, carrierId, stationIds, deskIds }) => {
              const outcome = (await invite({ input: { firstName, lastName, email, role, carrierId, stationIds, deskIds } })).data?.inviteStaff;
              if (outcome?.__typename === 'StaffChanged') {
                setInviting(false);
                setSaid(t('staff.invited', { email: outcome.member.email }));
                pages.reload();
              }
              return outcome;
            }}
          />
        )}
      </Modal>
    </Page>
  );
}

export function nameOf(member: { firstName?: string | null; lastName?: string | null; email?: string | null }): string {
  return [member.lastName, member.firstName].filter(Boolean).join(' ') || member.email || '—';
}

export function AccessBadge({ member }: { member: MemberPartsFragment }) {
  const { t } = useTranslation();
  if (member.blockedAt) return <Badge tone="bad">{t('staff.blocked')}</Badge>;
  if (member.invitedAt) return <Badge tone="warn">{t('staff.waits')}</Badge>;
  return <Badge tone="good">{t('staff.mayEnter')}</Badge>;
}
