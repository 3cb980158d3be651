import { Button, Modal, Skeleton, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useMutation, useQuery } from 'web-shared';
import { FormFrame } from '../../app/FormFrame';
import { NamesFields } from '../../app/NamesFields';
import { Page } from '../../app/Page';
import { TableBox } from '../../app/TableBox';
import { useForm } from '../../app/useForm';
import { LedgerKindsDocument, SaveLedgerAccountDocument, type LedgerKindsQuery } from '../../gql/graphql';

type Kind = LedgerKindsQuery['ledgerKinds'][number];

/** The chart of accounts: how the station names and numbers them in its own books. */
export function AccountsPage() {
  const { t } = useTranslation();
  const [{ data, error }, reload] = useQuery({ query: LedgerKindsDocument, requestPolicy: 'cache-and-network' });
  const [edited, setEdited] = useState<Kind | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const again = () => reload({ requestPolicy: 'network-only' });
  const kinds = data?.ledgerKinds;
  return (
    <Page title={t('ledger.accounts')} lead={t('ledger.accountsLead')}>
      {said && <Notice live tone="ok" title={said} />}
      {error && !kinds && <ProblemNotice error={error} onRetry={again} />}
      {!kinds && !error && <Skeleton height={320} radius="lg" />}
      {kinds && (
        <TableBox label={t('ledger.accounts')} columns={[t('ledger.number'), t('ledger.head.account'), t('ledger.class'), t('ledger.note'), t('jobs.action')]}>
          {kinds.map((one) => (
            <tr key={one.code}>
              <td>{one.number ?? '—'}</td>
              <td data-wide>
                <strong>{one.name}</strong>
                <small>{one.code}</small>
              </td>
              <td>{t(`ledger.classes.${one.class}`)}</td>
              <td style={{ overflowWrap: 'anywhere' }}>{one.note}</td>
              <td>
                <Button variant="light" size="compact-md" aria-label={t('ledger.editNamed', { name: one.name })} onClick={() => setEdited(one)}>
                  {t('ledger.edit')}
                </Button>
              </td>
            </tr>
          ))}
        </TableBox>
      )}
      <Modal opened={edited !== null} onClose={() => setEdited(null)} title={edited?.name} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {edited && (
          <AccountForm
            kind={kinds?.find((one) => one.code === edited.code) ?? edited}
            reread={again}
            onSaved={() => {
              setEdited(null);
              setSaid(t('ledger.saved'));
              again();
            }}
          />
        )}
      </Modal>
    </Page>
  );
}

interface AccountFormProps {
  kind: Kind;
  reread: () => void;
  onSaved: () => void;
}

function AccountForm({ kind, reread, onSaved }: AccountFormProps) {
  const { t } = useTranslation();
  const [{ fetching, error }, save] = useMutation(SaveLedgerAccountDocument);
  const { ru, ky, en } = kind.names;
  const form = useForm({
    name: `ledger.account.${kind.code}`,
    version: kind.version,
    saved: { number: kind.number ?? '', names: { ru, ky, en }, note: kind.note ?? '' },
    send: async ({ number, names, note }, version) => (await save({ input: { code: kind.code, version: version ?? 0, number: number.trim() || null, names, note: note.trim() || null } })).data?.saveLedgerAccount,
    onSaved: () => {
      form.discard();
      onSaved();
    },
    reread,
  });
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={t('ledger.save')} names={{ number: t('ledger.number'), names: t('ledger.head.account'), note: t('ledger.note') }}>
      <TextInput label={t('ledger.number')} description={t('ledger.numberHint')} maxLength={20} autoComplete="off" data-autofocus {...form.text('number')} />
      <NamesFields value={form.values.names} onChange={(names) => form.set({ names })} wrong={(language) => form.wrong(`names.${language}`)} />
      <Textarea label={t('ledger.note')} maxLength={300} autosize minRows={2} {...form.text('note')} />
    </FormFrame>
  );
}
