import { ActionIcon, Button, Checkbox, Modal, Switch, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, useMutation } from 'web-shared';
import { Badge } from '../../app/Badge';
import { FormFrame } from '../../app/FormFrame';
import page from '../../app/Page.module.css';
import { NumberField } from '../../app/NumberField';
import { useForm } from '../../app/useForm';
import { SavePathDocument, type PathPartsFragment, type RouteRecordQuery } from '../../gql/graphql';
import { clockOf, emptyRow, moved, reversed, rowsOf, type PathRow } from './path';
import css from './Route.module.css';
import { StationPick } from './StationPick';

export type RouteDetail = RouteRecordQuery['routeRecord'];

export interface PartProps {
  route: RouteDetail;
  onSaved: (words: string) => void;
  reread: () => void;
}

/** From where to where a way goes. */
export const ends = (path: { stops: { stop: { name: string; place?: { name: string } | null } }[] }) => [path.stops[0], path.stops.at(-1)].map((call) => call?.stop.place?.name ?? call?.stop.name ?? '—').join(' → ');

interface Edited {
  path?: PathPartsFragment;
  rows: PathRow[];
}

/** Ways of a line: its stops in order, with minutes and distance. */
export function Paths({ route, onSaved, reread }: PartProps) {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<Edited | null>(null);
  const path = edited?.path && (route.paths.find((one) => one.id === edited.path!.id) ?? edited.path);
  return (
    <section className={page.card} aria-labelledby="paths">
      <h2 id="paths">{t('path.title')}</h2>
      {route.paths.length === 0 && <p className="bk-muted">{t(route.departures.length > 0 ? 'path.ofFeed' : 'path.none')}</p>}
      <ul className={css.list}>
        {route.paths.map((one) => {
          const last = one.stops.at(-1);
          return (
            <li key={one.id}>
              <div>
                <strong>{ends(one)}</strong> {!one.active && <Badge tone="quiet">{t('routes.outOfUse')}</Badge>}
                <small>{[t('path.stopCount', { count: one.stops.length }), last && clockOf(last.arrives), last?.metres && t('path.km', { km: last.metres / 1000 })].filter(Boolean).join(' · ')}</small>
              </div>
              <span className={css.actions}>
                <Button variant="light" size="compact-md" aria-label={t('path.editNamed', { name: ends(one) })} onClick={() => setEdited({ path: one, rows: rowsOf(one.stops) })}>
                  {t('roles.edit')}
                </Button>
                <Button variant="subtle" size="compact-md" aria-label={t('path.reverseNamed', { name: ends(one) })} onClick={() => setEdited({ rows: reversed(rowsOf(one.stops)) })}>
                  {t('path.reverse')}
                </Button>
              </span>
            </li>
          );
        })}
      </ul>
      <Button variant="default" style={{ justifySelf: 'start' }} onClick={() => setEdited({ rows: [emptyRow(), emptyRow()] })}>
        {t('path.new')}
      </Button>
      <Modal opened={edited !== null} onClose={() => setEdited(null)} size="72rem" title={t(path ? 'path.edit' : 'path.new')} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {edited && (
          <PathForm
            route={route}
            path={path}
            rows={path ? rowsOf(path.stops) : edited.rows}
            reread={reread}
            onSaved={(kept) => {
              setEdited(null);
              onSaved(kept > 0 ? t('route.savedKept', { count: kept }) : t('path.saved'));
            }}
          />
        )}
      </Modal>
    </section>
  );
}

interface PathFormProps {
  route: RouteDetail;
  path: PathPartsFragment | undefined;
  rows: PathRow[];
  onSaved: (keptTrips: number) => void;
  reread: () => void;
}

function PathForm({ route, path, rows, onSaved, reread }: PathFormProps) {
  const { t } = useTranslation();
  const [{ fetching, error }, save] = useMutation(SavePathDocument);
  const [dragged, setDragged] = useState<number | null>(null);
  const [missing, setMissing] = useState(false);
  const form = useForm({
    name: `path.${path?.id ?? `new.${route.id}`}`,
    version: path?.version ?? null,
    saved: { rows, active: path?.active ?? true },
    reread,
    send: async (values, version) => {
      setMissing(values.rows.some((row) => !row.stop));
      if (values.rows.some((row) => !row.stop)) return undefined;
      const number = (value: number | '') => (value === '' ? null : value);
      const stops = values.rows.map((row, index) => {
        const arrives = number(row.arrives) ?? number(row.departs) ?? (index === 0 ? 0 : -1);
        return {
          stopId: row.stop!.id,
          arrives: Math.round(arrives),
          departs: Math.round(number(row.departs) ?? arrives),
          boarding: row.boarding && index < values.rows.length - 1,
          alighting: row.alighting && index > 0,
          metres: row.km === '' ? null : Math.round(row.km * 1000),
          cabotage: number(row.cabotage),
        };
      });
      const outcome = (await save({ input: { id: path?.id, version, routeId: route.id, stops, active: values.active } })).data?.savePath;
      if (outcome?.__typename === 'PathSaved') onSaved(outcome.keptTrips);
      return outcome;
    },
  });
  const { values, set, wrong } = form;
  const change = (index: number, patch: Partial<PathRow>) => set({ rows: values.rows.map((row, at) => (at === index ? { ...row, ...patch } : row)) });
  const move = (from: number, to: number) => set({ rows: moved(values.rows, from, to) });
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={t('form.save')} names={{ rows: t('path.stops'), active: t('path.active') }}>
      <p className="bk-muted">{t('path.hint')}</p>
      <div className={page.scroll}>
        <table className={`${page.table} ${css.stops}`}>
          <thead>
            <tr>
              {['order', 'stop', 'arrives', 'departs', 'kmHead', 'boarding', 'alighting', 'cabotage', 'actions'].map((column) => (
                <th key={column} scope="col">
                  {column === 'actions' ? <VisuallyHidden>{t('path.actions')}</VisuallyHidden> : t(`path.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {values.rows.map((row, index) => {
              const n = index + 1;
              const at = (field: string) => wrong(`stops.${index}.${field}`);
              return (
                <tr
                  key={row.key}
                  draggable={dragged !== null}
                  data-dragged={dragged === index || undefined}
                  onDragOver={(event) => {
                    event.preventDefault();
                    if (dragged === null || dragged === index) return;
                    move(dragged, index);
                    setDragged(index);
                  }}
                  onDragEnd={() => setDragged(null)}
                >
                  <td>
                    <button
                      type="button"
                      className={css.grip}
                      aria-label={t('path.moveNamed', { n })}
                      onPointerDown={() => setDragged(index)}
                      onPointerUp={() => setDragged(null)}
                      onKeyDown={(event) => {
                        const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
                        if (!step) return;
                        event.preventDefault();
                        move(index, index + step);
                      }}
                    >
                      {n}
                    </button>
                  </td>
                  <td data-wide>
                    <StationPick label={t('path.stopN', { n })} value={row.stop} error={at('stopId') ?? (missing && !row.stop ? t('form.required') : undefined)} onChange={(stop) => change(index, { stop })} />
                  </td>
                  <td>
                    <NumberField aria-label={t('path.arrivesN', { n })} value={index === 0 ? 0 : row.arrives} disabled={index === 0} error={at('arrives')} hideControls allowDecimal={false} w="5.5rem" onChange={(value) => change(index, { arrives: value })} />
                  </td>
                  <td>
                    <NumberField aria-label={t('path.departsN', { n })} value={index === 0 ? 0 : row.departs} disabled={index === 0 || n === values.rows.length} placeholder={String(row.arrives)} error={at('departs')} hideControls allowDecimal={false} w="5.5rem" onChange={(value) => change(index, { departs: value })} />
                  </td>
                  <td>
                    <NumberField aria-label={t('path.kmN', { n })} value={row.km} error={at('metres')} hideControls decimalScale={3} w="6rem" onChange={(value) => change(index, { km: value })} />
                  </td>
                  <td>
                    <Checkbox aria-label={t('path.boardingN', { n })} checked={row.boarding && n < values.rows.length} disabled={n === values.rows.length} onChange={(event) => change(index, { boarding: event.currentTarget.checked })} />
                  </td>
                  <td>
                    <Checkbox aria-label={t('path.alightingN', { n })} checked={row.alighting && index > 0} disabled={index === 0} onChange={(event) => change(index, { alighting: event.currentTarget.checked })} />
                  </td>
                  <td>
                    <NumberField aria-label={t('path.cabotageN', { n })} value={row.cabotage} error={at('cabotage')} hideControls allowDecimal={false} w="4rem" onChange={(value) => change(index, { cabotage: value })} />
                  </td>
                  <td>
                    <ActionIcon variant="subtle" size="lg" aria-label={t('path.dropN', { n })} disabled={values.rows.length <= 2} onClick={() => set({ rows: values.rows.toSpliced(index, 1) })}>
                      <Icon name="close" size={18} />
                    </ActionIcon>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {wrong('stops') && <p className={css.wrong}>{wrong('stops')}</p>}
      <Button variant="default" style={{ justifySelf: 'start' }} onClick={() => set({ rows: [...values.rows, emptyRow()] })}>
        {t('path.add')}
      </Button>
      <p className="bk-muted">{t('path.cabotageHint')}</p>
      {path && <Switch label={t('path.active')} checked={values.active} error={wrong('active')} onChange={(event) => set({ active: event.currentTarget.checked })} />}
    </FormFrame>
  );
}
