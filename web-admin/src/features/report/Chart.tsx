import css from './Report.module.css';

export interface Bar {
  label: string;
  /** As it is read. */
  told: string;
  size: number;
}

const [WIDTH, HEIGHT] = [1000, 220];
/** Bars that can be told apart, and values that can be read. */
const MOST = 40;
/** Beside so many others a value lies; beside more it stands. */
const LYING = 7;
/** One bar alone is no wall. */
const FEWEST = 6;

/** Figures as bars or a line, each with its value. The table below says the same in words, so that nothing is in the picture alone. */
export function Chart({ kind, bars, label }: { kind: 'BARS' | 'LINE'; bars: readonly Bar[]; label: string }) {
  const shown = kind === 'BARS' ? bars.slice(0, MOST) : bars;
  const top = Math.max(...shown.map((bar) => bar.size), 0);
  const bottom = Math.min(...shown.map((bar) => bar.size), 0);
  if (shown.length === 0 || top === bottom) return null;
  const y = (size: number) => ((top - size) / (top - bottom)) * HEIGHT;
  const told = shown.length <= MOST;
  const columns = Math.max(shown.length, FEWEST);
  const step = WIDTH / columns;
  const share = (of: number) => `${(of / HEIGHT) * 100}%`;
  const middle = (n: number) => step * (n + 0.5);
  return (
    <figure className={css.chart}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={css.plot} tabIndex={0} role="region" aria-label={label} data-told={told || undefined} data-lying={columns <= LYING || undefined} data-below={bottom < 0 || undefined}>
        <div className={css.drawing} style={{ minWidth: told ? `${columns * 1.3}rem` : undefined }}>
          <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={label}>
            <line x1="0" x2={WIDTH} y1={y(0)} y2={y(0)} className={css.axis} />
            {kind === 'LINE' && <polyline className={css.line} points={shown.map((bar, n) => `${middle(n)},${y(bar.size)}`).join(' ')} />}
            {kind === 'BARS' &&
              shown.map((bar, n) => <rect key={bar.label} className={css.bar} x={step * n + step * 0.12} width={step * 0.76} y={Math.min(y(bar.size), y(0))} height={Math.abs(y(bar.size) - y(0))} />)}
          </svg>
          {shown.map((bar, n) => (
            <div key={bar.label} className={css.spot} style={{ insetInlineStart: `${(n / columns) * 100}%`, width: `${100 / columns}%` }} title={`${bar.label}: ${bar.told}`}>
              {told && <span style={bar.size < 0 ? { top: share(y(bar.size)) } : { bottom: share(HEIGHT - y(bar.size)) }}>{bar.told}</span>}
            </div>
          ))}
        </div>
      </div>
      <figcaption>
        <span>{shown[0]?.label}</span>
        {shown.length > 1 && <span>{shown.at(-1)?.label}</span>}
      </figcaption>
    </figure>
  );
}
