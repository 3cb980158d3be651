import { Button } from '@mantine/core';
import { useDebouncedValue, useElementSize } from '@mantine/hooks';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'web-shared';
import { MapPointsDocument, type MapPointsQuery } from '../../gql/graphql';
import css from './Station.module.css';
import { clampZoom, fit, onMap, scaleBar, under, zoomAt, type Point, type View } from './projection';

interface MapFieldProps {
  label: string;
  value: Point | null;
  /** Where to look while there is no value. */
  near?: Point | null;
  onChange: (point: Point) => void;
}

type Dot = MapPointsQuery['mapPoints'][number];

/** A town or a station that was saved here is on the map at once. */
const AFFECTED = { additionalTypenames: ['PlaceRecord', 'StationRecord'] };
const HEIGHT = 340;
/** While the network is empty: the country. */
const COUNTRY: View = { middle: { latitude: 41.4, longitude: 74.6 }, zoom: 5.6 };
const CLOSE = 13;
const PAUSE_MS = 200;
/** A hand that moves less has meant the place it pressed. */
const STILL_PX = 5;
const STEP_PX = 10;
/** As GPS tells it: a tenth of a metre. */
const DIGITS = 1_000_000;
const ARROWS: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** A point of the map among the towns and stations of the network, drawn from our own data. */
export function MapField({ label, value, near, onChange }: MapFieldProps) {
  const { t } = useTranslation();
  const helpId = useId();
  const { ref: box, width } = useElementSize<HTMLDivElement>();
  const size = { width: width || 600, height: HEIGHT };
  const anchor = value ?? near ?? null;
  const [view, setView] = useState<View | null>(anchor ? { middle: anchor, zoom: CLOSE } : null);
  const shown = view ?? COUNTRY;
  const drag = useRef<{ from: [number, number]; view: View; moved: boolean } | null>(null);
  const canvas = useRef<SVGSVGElement>(null);

  // A town was chosen: it is looked at closely. A number was typed: what is out of sight is brought there.
  const before = useRef({ anchor, hand: false });
  useEffect(() => {
    const { anchor: was, hand } = before.current;
    before.current = { anchor, hand: false };
    if (!anchor || hand) return;
    const [x, y] = onMap(anchor, shown, size);
    const inside = x > 0 && y > 0 && x < size.width && y < size.height;
    if (!was) setView({ middle: anchor, zoom: Math.max(shown.zoom, CLOSE - 2) });
    else if (!inside) setView({ middle: anchor, zoom: shown.zoom });
    // Only when the point is another.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [anchor?.latitude, anchor?.longitude]);

  const [first] = useQuery({ query: MapPointsDocument, variables: { south: -90, west: -180, north: 90, east: 180 }, pause: view !== null });
  useEffect(() => {
    if (view || !first.data) return;
    const all = fit(first.data.mapPoints, size);
    if (all) setView(all);
    // Once, when they have come.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [first.data]);

  // Around what is shown too, so that moving a little asks nothing.
  const [upper, lower] = [under([-size.width / 2, -size.height / 2], shown, size), under([size.width * 1.5, size.height * 1.5], shown, size)];
  const [bounds] = useDebouncedValue({ south: lower.latitude, west: upper.longitude, north: upper.latitude, east: lower.longitude }, PAUSE_MS, { leading: true });
  const [{ data, stale }] = useQuery({ query: MapPointsDocument, variables: bounds, pause: !view, context: AFFECTED });
  const [kept, setKept] = useState<Dot[]>([]);
  useEffect(() => {
    if (data && !stale) setKept(data.mapPoints);
  }, [data, stale]);

  const choose = (point: Point) => {
    before.current.hand = true;
    onChange({ latitude: Math.round(point.latitude * DIGITS) / DIGITS, longitude: Math.round(point.longitude * DIGITS) / DIGITS });
  };
  const at = (event: { clientX: number; clientY: number }): [number, number] => {
    const rect = canvas.current!.getBoundingClientRect();
    return [event.clientX - rect.left, event.clientY - rect.top];
  };
  const zoom = (steps: number, where: [number, number] = value ? onMap(value, shown, size) : [size.width / 2, size.height / 2]) => setView((was) => zoomAt(where, steps, was ?? COUNTRY, size));
  const latest = useRef(zoom);
  useEffect(() => {
    latest.current = zoom;
  });
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    // A page that is scrolled over the map goes on; whoever has taken the map in hand, or holds Ctrl, zooms.
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && document.activeElement !== element.parentElement) return;
      event.preventDefault();
      latest.current(-event.deltaY / 300, at(event));
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    const arrow = ARROWS[event.key];
    if (arrow) {
      event.preventDefault();
      const step = event.shiftKey ? 1 : STEP_PX;
      const [x, y] = value ? onMap(value, shown, size) : [size.width / 2, size.height / 2];
      choose(under([x + arrow[0] * step, y + arrow[1] * step], shown, size));
    } else if (event.key === '+' || event.key === '=') zoom(1);
    else if (event.key === '-') zoom(-1);
  };
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    drag.current = { from: at(event), view: shown, moved: false };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent) => {
    const held = drag.current;
    if (!held) return;
    const [x, y] = at(event);
    const [dx, dy] = [x - held.from[0], y - held.from[1]];
    if (!held.moved && Math.hypot(dx, dy) < STILL_PX) return;
    held.moved = true;
    setView({ ...held.view, middle: under([size.width / 2 - dx, size.height / 2 - dy], held.view, size) });
  };
  const onPointerUp = (event: PointerEvent) => {
    const held = drag.current;
    drag.current = null;
    if (held && !held.moved) choose(under(at(event), shown, size));
  };

  const weights = useMemo(() => importance(kept), [kept]);
  const dots = labelled(kept, weights, shown, size);
  const bar = scaleBar(shown, 120);
  const pin = value && onMap(value, shown, size);
  return (
    <div className={css.field}>
      <div ref={box} className={css.frame}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions */}
        <div role="application" tabIndex={0} aria-label={label} aria-describedby={helpId} className={css.map} onKeyDown={onKeyDown}>
          <svg ref={canvas} width={size.width} height={size.height} aria-hidden onPointerDown={onPointerDown} onPointerMove={onPointerMove} onPointerUp={onPointerUp} onPointerCancel={() => (drag.current = null)}>
            {graticule(shown, size).map((line) => (
              <g key={line.name} className={css.line}>
                <path d={line.path} />
                <text x={line.x} y={line.y}>
                  {line.name}
                </text>
              </g>
            ))}
            {dots.map(({ dot, x, y }) => (
              <circle key={dot.id} className={css.dot} data-kind={dot.kind} cx={x} cy={y} r={dot.kind === 'PLACE' ? 6 : dot.kind === 'STATION' ? 4.5 : 3} />
            ))}
            {dots.map(
              ({ dot, x, y, named, anchor: side }) =>
                named && (
                  <text key={dot.id} className={css.name} data-kind={dot.kind} x={side === 'end' ? x - 10 : x + 10} y={y + 4} textAnchor={side}>
                    {dot.name}
                  </text>
                ),
            )}
            {pin && <path className={css.pin} d={`M${pin[0]} ${pin[1]}c0 0-11-12-11-21a11 11 0 0 1 22 0c0 9-11 21-11 21Zm0-25a4 4 0 1 0 0 8 4 4 0 0 0 0-8Z`} />}
            <g className={css.scale} transform={`translate(12 ${size.height - 14})`}>
              <path d={`M0-6V0H${bar.pixels}V-6`} />
              <text x={bar.pixels / 2} y={-6} textAnchor="middle">
                {bar.metres >= 1000 ? t('map.km', { count: bar.metres / 1000 }) : t('map.m', { count: bar.metres })}
              </text>
            </g>
          </svg>
        </div>
        <div className={css.zoom}>
          <Button variant="default" size="compact-md" aria-label={t('map.nearer')} disabled={clampZoom(shown.zoom + 1) === shown.zoom} onClick={() => zoom(1)}>
            +
          </Button>
          <Button variant="default" size="compact-md" aria-label={t('map.farther')} disabled={clampZoom(shown.zoom - 1) === shown.zoom} onClick={() => zoom(-1)}>
            −
          </Button>
        </div>
      </div>
      <p className="bk-muted" id={helpId}>
        {t('map.help')}
      </p>
    </div>
  );
}

interface Placed {
  dot: Dot;
  x: number;
  y: number;
  named: boolean;
  anchor: 'start' | 'end';
}

/** What is named before others: towns, those with the most stations first. */
function importance(dots: Dot[]): Map<string, number> {
  const rank = { PLACE: 3000, STATION: 2000, BORDER: 1000, STOP: 0 };
  const weights = new Map(dots.map((dot) => [dot.id, rank[dot.kind]]));
  const towns = dots.filter((dot) => dot.kind === 'PLACE');
  for (const dot of dots) {
    if (dot.kind === 'PLACE' || towns.length === 0) continue;
    const far = (town: Dot) => Math.hypot(town.latitude - dot.latitude, town.longitude - dot.longitude);
    const own = towns.reduce((best, town) => (far(town) < far(best) ? town : best));
    weights.set(own.id, weights.get(own.id)! + 1);
  }
  return weights;
}

const LETTER_PX = 7.2;
const LINE_PX = 16;

/** Dots in sight; names where they cover no other name: of towns first, then of stations. */
function labelled(dots: Dot[], weights: Map<string, number>, view: View, size: { width: number; height: number }): Placed[] {
  const inSight = dots
    .map((dot) => ({ dot, at: onMap(dot, view, size), weight: weights.get(dot.id) ?? 0 }))
    .filter(({ at: [x, y] }) => x > -20 && y > -20 && x < size.width + 20 && y < size.height + 20)
    .toSorted((a, b) => b.weight - a.weight);
  const taken: [number, number, number][] = [];
  const placed = inSight.map(({ dot, at: [x, y] }): Placed => {
    const length = dot.name.length * LETTER_PX + 12;
    const anchor = x + length > size.width ? 'end' : 'start';
    const left = anchor === 'end' ? x - length : x;
    const clear = taken.every(([from, to, line]) => left > to || left + length < from || Math.abs(line - y) > LINE_PX);
    if (clear) taken.push([left, left + length, y]);
    return { dot, x, y, named: clear, anchor };
  });
  // What is named first is drawn last, above the others.
  return placed.toReversed();
}

/** Lines of latitude and longitude, a few of each. */
function graticule(view: View, size: { width: number; height: number }) {
  const [upper, lower] = [under([0, 0], view, size), under([size.width, size.height], view, size)];
  const span = lower.longitude - upper.longitude;
  const power = 10 ** Math.floor(Math.log10(span / 3));
  const step = [5, 2, 1].map((one) => one * power).find((one) => one <= span / 3) ?? power;
  const digits = Math.max(0, Math.ceil(-Math.log10(step)));
  const lines: { name: string; path: string; x: number; y: number }[] = [];
  for (let n = Math.ceil(upper.longitude / step); n * step < lower.longitude; n += 1) {
    const [x] = onMap({ latitude: view.middle.latitude, longitude: n * step }, view, size);
    lines.push({ name: `${(n * step).toFixed(digits)}°`, path: `M${x} 0V${size.height}`, x: x + 4, y: 14 });
  }
  for (let n = Math.ceil(lower.latitude / step); n * step < upper.latitude; n += 1) {
    const [, y] = onMap({ latitude: n * step, longitude: view.middle.longitude }, view, size);
    lines.push({ name: `${(n * step).toFixed(digits)}° `, path: `M0 ${y}H${size.width}`, x: 4, y: y - 4 });
  }
  return lines;
}
