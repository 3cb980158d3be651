import css from './Report.module.css';

export interface Bar {
  label: string;
  /** As it is read. */
  told: string;
  size: number;
}

const [WIDTH, HEIGHT] = [1000, 220];
/** Bars that can be told apart. */
const MOST = 40;
/** One bar alone is no wall. */
const FEWEST = 6;

/** Figures as bars or a line. The table below says the same in words, so that nothing is in the picture alone. */
export function Chart({ kind, bars, label }: { kind: 'BARS' | 'LINE'; bars: readonly Bar[]; label: string }) {
  const shown = kind === 'BARS' ? bars.slice(0, MOST) : bars;
  const top = Math.max(...shown.map((bar) => bar.size), 0);
  const bottom = Math.min(...shown.map((bar) => bar.size), 0);
  if (shown.length === 0 || top === bottom) return null;
  const y = (size: number) => ((top - size) / (top - bottom)) * HEIGHT;
  const step = WIDTH / Math.max(shown.length, FEWEST);
  const middle = (n: number) => step * (n + 0.5);
  return (
    <figure className={css.chart}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={label}>
        <line x1="0" x2={WIDTH} y1={y(0)} y2={y(0)} className={css.axis} />
        {kind === 'LINE' && <polyline className={css.line} points={shown.map((bar, n) => `${middle(n)},${y(bar.size)}`).join(' ')} />}
        {shown.map((bar, n) =>
          kind === 'BARS' ? (
            <rect key={bar.label} className={css.bar} x={step * n + step * 0.12} width={step * 0.76} y={Math.min(y(bar.size), y(0))} height={Math.abs(y(bar.size) - y(0))}>
              <title>{`${bar.label}: ${bar.told}`}</title>
            </rect>
          ) : (
            <rect key={bar.label} className={css.spot} x={step * n} width={step} y={0} height={HEIGHT}>
              <title>{`${bar.label}: ${bar.told}`}</title>
            </rect>
          ),
        )}
      </svg>
      <figcaption>
        <span>{shown[0]?.label}</span>
        {shown.length > 1 && <span>{shown.at(-1)?.label}</span>}
      </figcaption>
    </figure>
  );
}
