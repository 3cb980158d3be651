import { useTranslation } from 'react-i18next';
import { useFormat, useQuery } from 'web-shared';
import { GoLink } from 'web-shared/routing';
import { StaffChoicesDocument, type AuditEntriesQuery } from '../../gql/graphql';
import { useCan } from '../account/session';
import { scopeWords } from '../tariff/scopes';
import { READINGS } from './actions';

export type Entry = AuditEntriesQuery['auditEntries']['nodes'][number];

/** What something new may be without. */
const EMPTY = ['null', 'false', '""', '[]', '0', undefined];

/** Where a subject's page is, by its kind. */
const PAGES: Record<string, string> = { trip: '/trips', order: '/orders', staff: '/staff', carrier: '/carriers', vehicle: '/vehicles', driver: '/drivers', layout: '/layouts', station: '/stations', route: '/routes', closure: '/closures' };

const isNothing = (value: unknown) => value === null || value === undefined || value === '';

/** What of money is written down in the hundredth part of its unit. */
const HUNDREDTHS = /_minor$/;

export function Subject({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  const kind = t(`subject.${entry.subjectKind}`, '');
  const name = entry.subjectName ? `${kind} ${entry.subjectName}` : kind;
  const to = PAGES[entry.subjectKind];
  if (to && entry.subjectId) return <GoLink to={`${to}/${encodeURIComponent(entry.subjectId)}`}>{name}</GoLink>;
  return <>{name}</>;
}

/** What was changed, each field as it was and as it is since. */
export function Changes({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  const words = useWords();
  const before = entry.before as Record<string, unknown> | null;
  const after = entry.after as Record<string, unknown> | null;
  if (!before && !after) return <span className="bk-muted">{READINGS.includes(entry.action) ? t('audit.reading') : '—'}</span>;
  // Of something new, only what it has; and never what there neither was nor is.
  const fields = Object.keys({ ...before, ...after }).filter((field) => (before ? !(isNothing(before[field]) && isNothing(after?.[field])) : !EMPTY.includes(JSON.stringify(after?.[field]))));
  if (fields.length === 0) return <>—</>;
  return (
    <ul style={{ margin: 0, paddingInlineStart: '1.1rem' }}>
      {fields.map((field) => (
        <li key={field} style={{ overflowWrap: 'anywhere' }}>
          {t(`field.${field}`, field)}: {before && <>{words(field, before[field])} → </>}
          <strong>{words(field, after?.[field])}</strong>
        </li>
      ))}
    </ul>
  );
}

/** Names of things by their ids. */
function names(ids: unknown, known: { id: string; name: string }[] | undefined): string {
  return (Array.isArray(ids) ? ids : []).map((id) => known?.find((one) => one.id === id)?.name ?? String(id)).join(', ');
}

function useWords(): (field: string, value: unknown) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const [{ data }] = useQuery({ query: StaffChoicesDocument, pause: !can('MANAGE_STAFF') });
  return function words(field: string, value: unknown): string {
    if (value === null || value === undefined || value === '') return '—';
    if (typeof value === 'boolean') return t(value ? 'audit.yes' : 'audit.no');
    if (field === 'stationIds') return names(value, data?.stations) || t('staff.everywhere');
    if (field === 'amenities' && Array.isArray(value)) return value.map((one) => t(`amenity.${String(one)}`, String(one))).join(', ') || '—';
    if (field === 'openingHours' && Array.isArray(value)) return format.openings((value as [number, number, number][]).map(([weekday, opens, closes]) => ({ weekday, opens, closes }))).join(', ') || '—';
    if (field === 'weekdays' && Array.isArray(value)) return value.map((day) => format.weekdayBrief(Number(day))).join(', ') || '—';
    if (field === 'exceptions' && Array.isArray(value)) return (value as [string, boolean][]).map(([date, runs]) => `${runs ? '+' : '−'} ${format.date(date, 'full')}`).join('; ') || '—';
    if (['changed', 'sentBy'].includes(field) && Array.isArray(value)) return value.map((one) => t(`field.${String(one)}`, String(one))).join(', ') || '—';
    if ((field === 'stops' || field === 'prices') && Array.isArray(value)) return value.join('; ') || '—';
    if ((field === 'seats' || field === 'channels') && Array.isArray(value)) return value.map((one) => t(`today.channel.${String(one)}`, String(one))).join(', ') || '—';
    if (field === 'scopes') return (Array.isArray(value) ? value : [value]).map((scope) => scopeWords(String(scope), t)).join('; ') || '—';
    if (field === 'quota') return t(`quota.purposeOf.${String(value)}`, String(value));
    if (Array.isArray(value)) return value.map((one) => t(`permission.${String(one)}`, String(one))).join(', ') || '—';
    const text = String(value);
    if (HUNDREDTHS.test(field)) return new Intl.NumberFormat(format.language, { minimumFractionDigits: 0, maximumFractionDigits: 2 }).format(Number(value) / 100);
    if (field === 'outcome') return t(`timeline.passage.${text}`, text);
    if (field === 'documentKind') return t(`document.${text}`, text);
    if (field === 'tariffKind') return t(`tariff.kindOf.${text.toUpperCase()}`, text);
    if (field === 'way') return t(`refundWay.${text}`, text);
    if (field === 'overruleReason') return t(`overruleReason.${text}`, text);
    if (field === 'seatClass') return t(`layout.seatClass.${text}`, text);
    if (field === 'list') return t(`nav.${text}`, text);
    if (field === 'role') return data?.roles.nodes.find((role) => role.code === text)?.name ?? text;
    if (field === 'vehicleClass') return t(`layout.vehicleClass.${text}`, text);
    if (field === 'carrierId') return data?.carriers.find((carrier) => carrier.id === text)?.name ?? text;
    if (field === 'stationKind') return t(`station.kindOf.${text}`, text);
    if (field === 'serviceClass') return t(`route.classOf.${text}`, text);
    if (field === 'routeKind') return t(`route.kindOf.${text}`, text);
    if (field === 'onHolidays') return t(`departure.holidays.${text}`, text);
    if (field === 'paper') return t(`permit.kind.${text}`, text);
    if (field === 'commissionKind') return t(`contract.kind.${text}`, text);
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return format.date(text, 'full');
    // An instant, as the server writes it.
    return /^\d{4}-\d{2}-\d{2}T/.test(text) ? format.date(text, 'moment') : t(`tripState.${text}`, text);
  };
}
