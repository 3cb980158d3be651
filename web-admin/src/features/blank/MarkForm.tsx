import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'web-shared';
import { FormFrame } from '../../app/FormFrame';
import { useForm } from '../../app/useForm';
import { MarkBlankDocument, type BlankState } from '../../gql/graphql';

const STATES: BlankState[] = ['SPOILT', 'LOST', 'FREE'];

interface MarkFormProps {
  /** As it is printed; without it, it is typed. */
  number?: string;
  /** As it is now, where that is known. */
  from?: BlankState;
  onMarked: (number: string) => void;
}

/** A blank is spoilt or lost, or free after all. */
export function MarkForm({ number, from, onMarked }: MarkFormProps) {
  const { t } = useTranslation();
  const [{ fetching, error }, mark] = useMutation(MarkBlankDocument);
  const states = STATES.filter((one) => one !== from);
  const form = useForm({
    name: `blank.mark.${number ?? ''}`,
    version: null,
    saved: { blank: number ?? '', state: states[0]!, note: '' },
    send: async ({ blank, state, note }) => {
      const answer = (await mark({ input: { blank, state, note: note.trim() || null } })).data?.markBlank;
      if (answer?.__typename === 'BlankMarked') {
        form.discard();
        onMarked(answer.blank.number);
      }
      return answer?.__typename === 'InvalidInput' ? answer : undefined;
    },
  });
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={t('blank.mark')}>
      {number === undefined && <TextInput label={t('blank.number')} autoComplete="off" data-autofocus {...form.text('blank')} />}
      <NativeSelect label={t('blank.stateTitle')} data={states.map((one) => ({ value: one, label: t(`blank.one.${one}`) }))} {...form.text('state')} error={form.wrong('state') ?? (number === undefined ? undefined : form.wrong('blank'))} />
      <TextInput label={t('blank.why')} maxLength={200} autoComplete="off" {...form.text('note')} />
    </FormFrame>
  );
}
