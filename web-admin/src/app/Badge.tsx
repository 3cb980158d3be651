import css from './Page.module.css';

export type Tone = 'good' | 'warn' | 'bad' | 'quiet';

/** A state in a word; the colour only repeats what the word says. */
export function Badge({ tone, children }: { tone: Tone; children: string }) {
  return (
    <span className={css.badge} data-tone={tone}>
      {children}
    </span>
  );
}
