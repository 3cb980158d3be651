import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useFormat } from 'web-shared';
import { GoLink } from 'web-shared/routing';
import { FoldedCard } from '../../app/FoldedCard';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { useRecord } from '../../app/useRecord';
import { ShiftPageDocument } from '../../gql/graphql';
import { Operations } from './Operations';
import { PrintReport } from './PrintReport';
import { Totals } from './Totals';

/** One shift, open or closed, for whoever looks after the desks. */
export function ShiftRecordPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, again } = useRecord(ShiftPageDocument);
  const shift = data?.shift;
  if (!shift) return <Page title={t('shifts.title')}>{error ? <ProblemNotice error={error} onRetry={again} /> : <Skeleton height={320} radius="lg" />}</Page>;
  const name = [shift.cashier?.lastName, shift.cashier?.firstName].filter(Boolean).join(' ');
  const period = `${format.date(shift.openedAt, 'moment')} — ${shift.closedAt ? format.date(shift.closedAt, 'moment') : t('shifts.open')}`;
  return (
    <Page
      title={t('shift.named', { desk: shift.desk.sign, number: shift.number })}
      lead={[shift.desk.station?.name, name, period].filter(Boolean).join(' · ')}
      tools={
        <GoLink to="/shifts" className={page.action}>
          {t('shifts.title')}
        </GoLink>
      }
    >
      {shift.closingNote && <Notice title={t('shift.note')}>{shift.closingNote}</Notice>}
      <div className={page.columns}>
        <FoldedCard id="operations" title={t('shift.operations')}>
          <Operations operations={shift.operations.nodes} />
          {shift.operations.pageInfo.hasNextPage && <p className="bk-muted">{t('shifts.latest', { count: shift.operations.nodes.length })}</p>}
        </FoldedCard>
        <div className={page.page}>
          <Totals shift={shift} />
          <PrintReport shift={shift} />
        </div>
      </div>
    </Page>
  );
}
