import { Switch, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { localIn, ProblemNotice, TimeZoneContext, useMutation, useQuery } from 'web-shared';
import { FormFrame } from '../../app/FormFrame';
import css from '../../app/FormFrame.module.css';
import page from '../../app/Page.module.css';
import { TYPING_PAUSE_MS } from '../../app/useFilters';
import { useForm } from '../../app/useForm';
import { ClosureImpactDocument, SaveClosureDocument, type ClosureOutcomeFragment, type ClosurePartsFragment } from '../../gql/graphql';
import { EndField, type End } from './EndField';
import { Impact } from './Impact';

interface ClosureFormProps {
  closure?: ClosurePartsFragment;
  onSaved: (outcome: Extract<ClosureOutcomeFragment, { __typename: 'ClosureChanged' }>) => void;
  reread?: () => void;
}

/** Which section is closed, for how long and why; below it, what that touches, before it is saved. */
export function ClosureForm({ closure, onSaved, reread }: ClosureFormProps) {
  const { t } = useTranslation();
  const [{ fetching, error }, save] = useMutation(SaveClosureDocument);
  const zone = useContext(TimeZoneContext);
  // Now, as an input takes it, by the office's clock.
  const [begins] = useState(() => localIn(new Date().toISOString(), zone ?? 'UTC').slice(0, 16));
  const end = (of: ClosurePartsFragment['from'] | undefined): End | null => (of ? { id: of.id, name: of.name } : null);
  const form = useForm({
    name: `closure.${closure?.id ?? 'new'}`,
    version: closure?.version ?? null,
    saved: {
      from: end(closure?.from),
      to: end(closure?.to),
      bothWays: closure?.bothWays ?? true,
      startsAt: closure?.startsAt.local.slice(0, 16) ?? begins,
      endsAt: closure?.endsAt?.local.slice(0, 16) ?? '',
      reason: closure ? { ru: closure.reasons.ru, ky: closure.reasons.ky, en: closure.reasons.en } : { ru: '', ky: '', en: '' },
    },
    reread,
    send: async ({ reason, ...values }, version) => {
      const missing = (['from', 'to', 'startsAt'] as const).filter((field) => !values[field]);
      if (missing.length > 0) return { __typename: 'InvalidInput', fields: missing.map((field) => ({ path: `section.${field}`, message: t('form.required') })) };
      const outcome = (await save({ input: { id: closure?.id, version, section: sectionOf(values), reason } })).data?.saveClosure;
      if (outcome?.__typename === 'ClosureChanged') onSaved(outcome);
      return outcome;
    },
  });
  const { values, set } = form;
  const wrong = (field: string) => form.wrong(`section.${field}`, field);
  // That the end is before the beginning is put right by either of them.
  const wrongTime = (field: 'startsAt' | 'endsAt') => form.wrong(`section.${field}`, 'startsAt', 'endsAt');
  const ready = values.from !== null && values.to !== null && values.startsAt !== '';
  const [section] = useDebouncedValue(sectionOf(values), TYPING_PAUSE_MS);
  const [looking] = useQuery({ query: ClosureImpactDocument, variables: { section }, pause: !ready || section.from === '' || section.to === '', requestPolicy: 'network-only' });
  const seen = ready ? looking.data?.closureImpact : undefined;
  const label = (field: string) => t(`closure.${field}`);
  return (
    <FormFrame
      form={form}
      // Nobody closes a road without having seen what that touches.
      busy={fetching || (ready && looking.fetching)}
      error={error}
      submit={t(closure ? 'form.save' : 'closure.make')}
      names={{ from: label('from'), to: label('to'), bothWays: label('bothWays'), startsAt: label('startsAt'), endsAt: label('endsAt'), reason: label('reason') }}
    >
      <div className={css.pair}>
        <EndField label={label('from')} value={values.from} error={wrong('from')} onChange={(from) => set({ from })} />
        <EndField label={label('to')} value={values.to} error={wrong('to')} onChange={(to) => set({ to })} />
      </div>
      <Switch label={label('bothWays')} checked={values.bothWays} onChange={(event) => set({ bothWays: event.currentTarget.checked })} />
      <div className={css.pair}>
        <TextInput type="datetime-local" label={label('startsAt')} {...form.text('startsAt')} error={wrongTime('startsAt')} />
        <TextInput type="datetime-local" label={label('endsAt')} description={label('endsAtHint')} inputWrapperOrder={['label', 'input', 'description', 'error']} {...form.text('endsAt')} error={wrongTime('endsAt')} />
      </div>
      {(['ru', 'ky', 'en'] as const).map((language) => (
        <Textarea
          key={language}
          size="md"
          autosize
          minRows={1}
          label={`${label('reason')}: ${t(`names.of.${language}`)}`}
          description={language === 'ru' ? label('reasonHint') : undefined}
          placeholder={language === 'ru' ? undefined : values.reason.ru}
          value={values.reason[language]}
          error={form.wrong(`reason.${language}`)}
          onChange={(event) => set({ reason: { ...values.reason, [language]: event.currentTarget.value } })}
        />
      ))}
      {looking.error && <ProblemNotice error={looking.error} />}
      {!closure && seen?.__typename === 'ClosureImpact' && (
        <section aria-label={t('closure.touches')} aria-live="polite" style={{ display: 'grid', gap: '0.8rem' }}>
          <h3>{t('closure.touches')}</h3>
          {seen.trips === 0 ? <p className="bk-muted">{t('closure.touchesNothing')}</p> : <Impact impact={seen} />}
        </section>
      )}
      {!closure && seen?.__typename === 'InvalidInput' && <p className={page.badge} data-tone="bad">{seen.fields[0]?.message}</p>}
    </FormFrame>
  );
}

function sectionOf({ from, to, bothWays, startsAt, endsAt }: { from: End | null; to: End | null; bothWays: boolean; startsAt: string; endsAt: string }) {
  return { from: from?.id ?? '', to: to?.id ?? '', bothWays, startsAt: `${startsAt}:00`, endsAt: endsAt ? `${endsAt}:00` : null };
}
