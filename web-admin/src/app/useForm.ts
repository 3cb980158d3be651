import { useEffect, useState, type ChangeEvent } from 'react';
import { dropDraft, keepDraft, readDraft } from './drafts';
import { isChanged, merge } from './merge';
import { wordsOf } from './wordsOf';

/** What a mutation answers, as far as a form looks at it. */
export interface Answer {
  __typename?: string;
  message?: string;
  fields?: { path: string; message: string }[];
}

interface FormOptions<V> {
  /** Where the draft is kept: one for each record. */
  name: string;
  /** As the record is; what a new one begins with. */
  saved: V;
  version: number | null;
  /** Sends it; what comes back wrong is shown at its field. */
  send: (values: V, version: number | null) => Promise<Answer | undefined>;
  /** After it was taken: true where the answer is not a refusal. */
  onSaved?: () => void;
  /** Reads the record anew after somebody else has changed it. */
  reread?: () => void;
}

export interface FormState<V> {
  values: V;
  set: (patch: Partial<V>) => void;
  /** What is wrong with a field, or with what is under it, until one of the `fields` it hangs on is another; without them that is the path itself. */
  wrong: (path: string, ...fields: string[]) => string | undefined;
  /** Properties of an input for text. */
  text: (field: keyof V & string, path?: string) => { value: string; error: string | undefined; onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>) => void };
  dirty: boolean;
  /** Typed before a reload, and put back. */
  restored: boolean;
  /** What another has made of the fields that were changed here too. */
  clashes: Partial<V>;
  conflict: boolean;
  /** Words that belong to no field. */
  problem: string | null;
  discard: () => void;
  submit: () => Promise<void>;
}

/** What stands at a path of a form's values. */
function at(values: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, step) => (value as Record<string, unknown> | null | undefined)?.[step], values);
}

const REFUSALS = ['InvalidInput', 'ChangedMeanwhile'];

/** A form on one record: drafts survive a reload, errors stand at their fields, and nobody's change is lost. */
export function useForm<V extends object>({ name, saved, version, send, onSaved, reread }: FormOptions<V>): FormState<V> {
  const [state, setState] = useState(() => {
    const draft = readDraft<V>(name);
    const fits = draft && isChanged(draft.base, draft.values);
    return fits ? { ...draft, restored: true } : { base: saved, values: saved, version, restored: false };
  });
  const [answer, setAnswer] = useState<(Answer & { to?: V }) | undefined>();
  const [clashes, setClashes] = useState<Partial<V>>({});
  const [conflict, setConflict] = useState(false);

  // Another version of the record has come: with a draft the two are put together.
  useEffect(() => {
    if (version === state.version) return;
    const merged = merge(state.base, state.values, saved);
    setClashes(merged.clashes);
    setConflict(isChanged(state.base, state.values));
    setState((was) => ({ ...was, base: saved, values: merged.values, version }));
    setAnswer(undefined);
    // Only when the version is another.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [version, state.version]);

  const dirty = isChanged(state.base, state.values);
  useEffect(() => {
    if (dirty) keepDraft(name, { base: state.base, values: state.values, version: state.version });
    else dropDraft(name);
  }, [name, dirty, state]);

  const set = (patch: Partial<V>) => setState((was) => ({ ...was, values: { ...was.values, ...patch } }));
  // What was corrected since is not wrong any more.
  const wrong = (path: string, ...fields: string[]) => {
    const stands = (fields.length > 0 ? fields : [path]).every((field) => at(answer?.to, field) === at(state.values, field));
    return stands ? answer?.fields?.find((field) => field.path === path)?.message : undefined;
  };
  return {
    values: state.values,
    set,
    wrong,
    text: (field, path = field) => ({
      value: String(state.values[field] ?? ''),
      error: wrong(path, field),
      onChange: (event) => set({ [field]: event.currentTarget.value } as Partial<V>),
    }),
    dirty,
    restored: state.restored,
    clashes,
    // Of what is saved there is none left, whatever order the answer and the record come in.
    conflict: conflict && dirty,
    problem: answer && !answer.fields ? wordsOf(answer) || null : null,
    discard: () => {
      dropDraft(name);
      setState({ base: saved, values: saved, version, restored: false });
      setAnswer(undefined);
      setClashes({});
      setConflict(false);
    },
    submit: async () => {
      setAnswer(undefined);
      const outcome = await send(state.values, state.version);
      if (!outcome) return;
      if (outcome.__typename === 'ChangedMeanwhile') reread?.();
      if (REFUSALS.includes(outcome.__typename ?? '')) {
        setAnswer({ ...outcome, to: state.values });
        return;
      }
      dropDraft(name);
      setClashes({});
      setConflict(false);
      // The record that comes back becomes the base with its version.
      setState((was) => ({ ...was, base: was.values, restored: false }));
      onSaved?.();
    },
  };
}
