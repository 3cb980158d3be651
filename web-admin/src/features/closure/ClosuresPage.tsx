import { Button, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from 'web-shared';
import { GoLink, useGo } from 'web-shared/routing';
import { Badge } from '../../app/Badge';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { PagedTable } from '../../app/PagedTable';
import { useSorting } from '../../app/sorting';
import { useFilters } from '../../app/useFilters';
import { usePages } from '../../app/usePages';
import { ClosuresDocument, type ClosurePartsFragment, type ClosureState } from '../../gql/graphql';

const TONES: Record<ClosureState, 'good' | 'warn' | 'bad' | 'quiet'> = { CLOSED: 'bad', COMING: 'warn', ENDED: 'quiet', LIFTED: 'quiet' };

const SORTS = ['STARTS', 'ENDS'] as const;

/** Closed sections of road, those that stand and those of the past. */
export function ClosuresPage() {
  const { t } = useTranslation();
  const go = useGo();
  const { search, change } = useFilters('/closures');
  const past = search.past === 'yes';
  const sorting = useSorting(SORTS, { sort: 'STARTS', direction: 'DESC' });
  const pages = usePages(ClosuresDocument, { past, sort: sorting.sort, direction: sorting.direction }, (data) => data.closures);
  return (
    <Page title={t('closures.title')} lead={t('closures.lead')} tools={<Button onClick={() => void go({ to: '/closures/new' })}>{t('closures.new')}</Button>}>
      <SegmentedControl
        aria-label={t('closures.when')}
        style={{ justifySelf: 'start' }}
        value={past ? 'yes' : ''}
        onChange={(value) => change({ past: value || undefined })}
        data={[
          { value: '', label: t('closures.standing') },
          { value: 'yes', label: t('closures.past') },
        ]}
      />
      <PagedTable
        list="closures"
        label={t('closures.title')}
        columns={[
          { title: t('closure.section'), sheet: ['from', 'to', 'bothWays'] },
          { title: t('closure.period'), sort: 'STARTS', sheet: ['starts', 'ends'] },
          { title: t('closure.reason'), sheet: ['reason'] },
          { title: t('closure.state'), sheet: ['state'] },
        ]}
        sorting={sorting}
        pages={pages}
        empty={{ title: t(past ? 'closures.nonePast' : 'closures.none'), text: t(past ? 'closures.nonePastText' : 'closures.noneText') }}
        row={(closure) => (
          <tr key={closure.id}>
            <td>
              <GoLink to={`/closures/${encodeURIComponent(closure.id)}`}>
                {sectionName(closure)}
              </GoLink>
            </td>
            <td>
              <Period closure={closure} />
            </td>
            <td style={{ overflowWrap: 'anywhere' }}>{closure.reason}</td>
            <td className={page.number}>
              <ClosureBadge state={closure.state} />
            </td>
          </tr>
        )}
      />
    </Page>
  );
}

/** «Балыкчы ⇄ Каракол». */
export const sectionName = (closure: Pick<ClosurePartsFragment, 'from' | 'to' | 'bothWays'>): string => `${closure.from?.name ?? '—'} ${closure.bothWays ? '⇄' : '→'} ${closure.to?.name ?? '—'}`;


export function Period({ closure }: { closure: ClosurePartsFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const from = format.date(closure.startsAt.local.slice(0, 16), 'moment');
  return <>{closure.endsAt ? t('closure.fromTo', { from, to: format.date(closure.endsAt.local.slice(0, 16), 'moment') }) : t('closure.since', { from })}</>;
}

export function ClosureBadge({ state }: { state: ClosureState }) {
  const { t } = useTranslation();
  return <Badge tone={TONES[state]}>{t(`closure.stateOf.${state}`)}</Badge>;
}
