import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CombinedError } from 'urql';
import { Notice, ProblemNotice } from 'web-shared';
import { hasAmounts } from './AmountField';
import css from './FormFrame.module.css';
import type { FormState } from './useForm';

interface FormFrameProps<V> {
  form: FormState<V>;
  busy: boolean;
  error: CombinedError | undefined;
  submit: string;
  /** Names of fields for people, for what another has changed. */
  names?: Partial<Record<keyof V & string, string>>;
  children: ReactNode;
}

/** Of something chosen its name, of a text in three languages those that the other has changed. */
function wordOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordOf).join(', ') || '—';
  if (typeof value !== 'object') return String(value) || '—';
  const { name, ...languages } = (value ?? {}) as { name?: string } & Record<string, unknown>;
  const texts = Object.values(languages).filter((text) => typeof text === 'string' && text !== '');
  return name || texts.join(' / ') || '…';
}

/** What every form says beside its fields: a draft put back, somebody else's change, what went wrong. */
export function FormFrame<V extends object>({ form, busy, error, submit, names = {}, children }: FormFrameProps<V>) {
  const { t } = useTranslation();
  const clashes = Object.entries(form.clashes) as [keyof V & string, unknown][];
  return (
    <form
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        // A form in a dialog stands in the tree of the one that opened it: only this one is sent.
        event.stopPropagation();
        if (hasAmounts(event.currentTarget)) void form.submit();
      }}
    >
      {form.restored && form.dirty && !form.conflict && <Notice title={t('form.restored')}>{t('form.restoredText')}</Notice>}
      {form.conflict && (
        <Notice live tone="error" title={t('form.conflict')}>
          {clashes.length === 0 ? t('form.merged') : t('form.clashes')}
          {clashes.length > 0 && (
            <ul>
              {clashes.map(([field, theirs]) => (
                <li key={field}>
                  {names[field] ?? field}: <strong>{wordOf(theirs)}</strong>
                </li>
              ))}
            </ul>
          )}
        </Notice>
      )}
      {children}
      {form.problem && !form.conflict && <Notice live tone="error" title={form.problem} />}
      {error && <ProblemNotice error={error} />}
      <div className={css.buttons}>
        <Button type="submit" loading={busy}>
          {submit}
        </Button>
        {form.dirty && (
          <Button variant="subtle" onClick={form.discard}>
            {t('form.discard')}
          </Button>
        )}
      </div>
    </form>
  );
}
