import { Button, Checkbox, CopyButton, Modal, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, Notice, ProblemNotice, useFormat, useMutation } from 'web-shared';
import { Badge } from '../../app/Badge';
import { FormFrame } from '../../app/FormFrame';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { PagedTable } from '../../app/PagedTable';
import { useSorting } from '../../app/sorting';
import { useFilters } from '../../app/useFilters';
import { useForm } from '../../app/useForm';
import { usePages } from '../../app/usePages';
import { wordsOf } from '../../app/wordsOf';
import { MakeKeyDocument, PartnersDocument, RenewKeyDocument, RevokeKeyDocument, type PartnerPartsFragment } from '../../gql/graphql';

/** A key as it is shown once. */
interface Shown {
  name: string;
  key: string;
}

const SORTS = ['ADDED', 'NAME', 'USED', 'ORDERS'] as const;

type Asked = { what: 'new' } | { what: 'renew' | 'revoke'; partner: PartnerPartsFragment };

/** Who sells with a key of their own. */
export function PartnersPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { search, change, text, setText, asked: typed } = useFilters('/partners');
  const revoked = search.revoked === 'yes' ? true : search.revoked === 'no' ? false : null;
  const sorting = useSorting(SORTS, { sort: 'ADDED', direction: 'DESC' });
  const pages = usePages(PartnersDocument, { filter: { text: typed || null, revoked }, sort: sorting.sort, direction: sorting.direction }, (data) => data.partners);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const close = () => {
    setAsked(null);
    pages.reload();
  };
  const show = (made: Shown) => {
    close();
    setSaid(null);
    setShown(made);
  };
  return (
    <Page title={t('partner.title')} lead={t('partner.lead')} tools={<Button onClick={() => setAsked({ what: 'new' })}>{t('partner.new')}</Button>}>
      {said && <Notice live tone="ok" title={said} />}
      <div className={page.filters} role="search" aria-label={t('filters')}>
        <TextInput style={{ flexBasis: '18rem' }} label={t('partner.text')} placeholder={t('partner.textHint')} leftSection={<Icon name="search" size={18} />} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <NativeSelect
          label={t('partner.key')}
          value={search.revoked ?? ''}
          onChange={(event) => change({ revoked: event.currentTarget.value || undefined })}
          data={[
            { value: '', label: t('all') },
            { value: 'no', label: t('partner.good') },
            { value: 'yes', label: t('partner.revokedOnly') },
          ]}
        />
      </div>
      <PagedTable
        list="partners"
        label={t('partner.title')}
        columns={[
          { title: t('partner.name'), sort: 'NAME', sheet: ['name', 'contact'] },
          { title: t('partner.key'), sort: 'ADDED', sheet: ['keyTail', 'created', 'revoked', 'readsSchema'] },
          { title: t('partner.used'), sort: 'USED', sheet: ['lastUsed'] },
          { title: t('partner.orders'), sort: 'ORDERS', sheet: ['paidLately'] },
          t('jobs.action'),
        ]}
        sorting={sorting}
        pages={pages}
        empty={typed || revoked !== null ? { title: t('list.noMatch') } : { title: t('partner.none'), text: t('partner.noneText') }}
        row={(one) => (
          <tr key={one.id}>
            <td>
              <strong>{one.name}</strong>
              <small>{one.contact}</small>
            </td>
            <td>
              {one.revokedAt ? <Badge tone="quiet">{t('partner.revoked', { at: format.date(one.revokedAt, 'full') })}</Badge> : <code>{one.keyTail ? `bk_…${one.keyTail}` : 'bk_…'}</code>}
              <small>{[t('partner.since', { at: format.date(one.createdAt, 'full') }), one.introspection && t('partner.readsSchema')].filter(Boolean).join(' · ')}</small>
            </td>
            <td>{one.usedAt ? format.date(one.usedAt, 'moment') : t('partner.never')}</td>
            <td className={page.number}>{one.ordersLately}</td>
            <td>
              {!one.revokedAt && (
                <div className={page.tools}>
                  <Button variant="light" size="compact-md" aria-label={t('partner.renewNamed', { name: one.name })} onClick={() => setAsked({ what: 'renew', partner: one })}>
                    {t('partner.renew')}
                  </Button>
                  <Button variant="subtle" color="red" size="compact-md" aria-label={t('partner.revokeNamed', { name: one.name })} onClick={() => setAsked({ what: 'revoke', partner: one })}>
                    {t('partner.revoke')}
                  </Button>
                </div>
              )}
            </td>
          </tr>
        )}
      />
      <Modal opened={asked !== null} onClose={() => setAsked(null)} title={asked && t(`partner.asked.${asked.what}`, { name: 'partner' in asked ? asked.partner.name : '' })} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {asked?.what === 'new' && <PartnerForm onMade={show} />}
        {asked?.what === 'renew' && <Sure partner={asked.partner} what="renew" onMade={show} onBack={() => setAsked(null)} />}
        {asked?.what === 'revoke' && (
          <Sure
            partner={asked.partner}
            what="revoke"
            onBack={() => setAsked(null)}
            onRevoked={() => {
              close();
              setSaid(t('partner.isRevoked', { name: asked.partner.name }));
            }}
          />
        )}
      </Modal>
      <Modal opened={shown !== null} onClose={() => setShown(null)} closeOnClickOutside={false} title={shown && t('partner.made', { name: shown.name })} closeButtonProps={{ 'aria-label': t('partner.kept') }}>
        {shown && (
          <div style={{ display: 'grid', gap: '1rem' }}>
            <Notice tone="warn" title={t('partner.once')} />
            <TextInput label={t('partner.key')} description={t('partner.header')} value={shown.key} readOnly onFocus={(event) => event.currentTarget.select()} styles={{ input: { fontFamily: 'monospace' } }} />
            <div className={page.tools}>
              <CopyButton value={shown.key}>
                {({ copied, copy }) => (
                  <Button variant="light" onClick={copy}>
                    <span aria-live="polite">{t(copied ? 'partner.copied' : 'partner.copy')}</span>
                  </Button>
                )}
              </CopyButton>
              <Button onClick={() => setShown(null)}>{t('partner.kept')}</Button>
            </div>
          </div>
        )}
      </Modal>
    </Page>
  );
}

function PartnerForm({ onMade }: { onMade: (made: Shown) => void }) {
  const { t } = useTranslation();
  const [{ fetching, error }, make] = useMutation(MakeKeyDocument);
  const form = useForm({
    name: 'partner.new',
    version: null,
    saved: { name: '', contact: '', introspection: false },
    send: async ({ name, contact, introspection }) => {
      const answer = (await make({ input: { name, contact: contact.trim() || null, introspection } })).data?.makeKey;
      if (answer?.__typename === 'KeyMade') onMade({ name: answer.partner.name, key: answer.key });
      return answer;
    },
  });
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={t('partner.make')}>
      <TextInput label={t('partner.name')} maxLength={80} autoComplete="off" data-autofocus {...form.text('name')} />
      <TextInput label={t('partner.contact')} description={t('partner.contactHint')} maxLength={200} autoComplete="off" {...form.text('contact')} />
      <Checkbox label={t('partner.introspection')} checked={form.values.introspection} onChange={(event) => form.set({ introspection: event.currentTarget.checked })} />
    </FormFrame>
  );
}

interface SureProps {
  partner: PartnerPartsFragment;
  what: 'renew' | 'revoke';
  onBack: () => void;
  onMade?: (made: Shown) => void;
  onRevoked?: () => void;
}

/** What it means, before it is done. */
function Sure({ partner, what, onBack, onMade, onRevoked }: SureProps) {
  const { t } = useTranslation();
  const [renewing, renew] = useMutation(RenewKeyDocument);
  const [revoking, revoke] = useMutation(RevokeKeyDocument);
  const [problem, setProblem] = useState('');
  const error = renewing.error ?? revoking.error;
  const send = async () => {
    if (what === 'revoke') {
      if ((await revoke({ id: partner.id })).data) onRevoked?.();
      return;
    }
    const answer = (await renew({ id: partner.id })).data?.renewKey;
    if (answer?.__typename === 'KeyMade') onMade?.({ name: answer.partner.name, key: answer.key });
    else if (answer) setProblem(wordsOf(answer));
  };
  return (
    <div style={{ display: 'grid', gap: '1rem' }}>
      <p>{t(`partner.means.${what}`)}</p>
      {problem && <Notice live tone="error" title={problem} />}
      {error && <ProblemNotice error={error} />}
      <div className={page.tools}>
        <Button color={what === 'revoke' ? 'red' : undefined} loading={renewing.fetching || revoking.fetching} onClick={() => void send()}>
          {t(`partner.${what}`)}
        </Button>
        <Button variant="default" onClick={onBack}>
          {t('staff.back')}
        </Button>
      </div>
    </div>
  );
}
