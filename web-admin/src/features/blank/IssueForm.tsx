import { Group, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'web-shared';
import { FormFrame } from '../../app/FormFrame';
import { NumberField } from '../../app/NumberField';
import { useForm } from '../../app/useForm';
import { IssueBlanksDocument, type BlankBlockPartsFragment } from '../../gql/graphql';
import { DeskField } from './DeskField';

/** A block that came from the printing house. */
export function IssueForm({ onIssued }: { onIssued: (block: BlankBlockPartsFragment) => void }) {
  const { t } = useTranslation();
  const [{ fetching, error }, issue] = useMutation(IssueBlanksDocument);
  const form = useForm({
    name: 'blank.issue',
    version: null,
    saved: { series: '', firstNumber: '' as number | '', lastNumber: '' as number | '', deskId: '', note: '' },
    send: async ({ series, firstNumber, lastNumber, deskId, note }) => {
      const answer = (await issue({ input: { series, firstNumber: firstNumber === '' ? -1 : firstNumber, lastNumber: lastNumber === '' ? -1 : lastNumber, deskId: deskId || null, note: note.trim() || null } })).data?.issueBlanks;
      if (answer?.__typename === 'BlanksIssued') {
        form.discard();
        onIssued(answer.block);
      }
      return answer?.__typename === 'InvalidInput' ? answer : undefined;
    },
  });
  const number = (field: 'firstNumber' | 'lastNumber') => <NumberField label={t(`blank.${field}`)} style={{ flex: 1 }} value={form.values[field]} error={form.wrong(field)} allowDecimal={false} hideControls onChange={(value) => form.set({ [field]: value })} />;
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={t('blank.issue')}>
      <TextInput label={t('blank.series')} description={t('blank.seriesHint')} maxLength={12} autoComplete="off" data-autofocus {...form.text('series')} />
      <Group align="flex-start" wrap="nowrap">
        {number('firstNumber')}
        {number('lastNumber')}
      </Group>
      <DeskField value={form.values.deskId} error={form.wrong('deskId')} onChange={(deskId) => form.set({ deskId })} />
      <TextInput label={t('blank.note')} maxLength={200} autoComplete="off" {...form.text('note')} />
    </FormFrame>
  );
}
