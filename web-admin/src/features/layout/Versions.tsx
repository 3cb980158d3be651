import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice, useFormat, useQuery } from 'web-shared';
import type { Plan } from 'web-shared/plan-editor';
import page from '../../app/Page.module.css';
import { LayoutVersionsDocument } from '../../gql/graphql';
import { nameOf } from '../staff/StaffPage';
import css from './Layout.module.css';
import { planOf } from './plan';

/** Every version that was saved; an older one can be taken to the drawing board, where it is one step to undo. */
export function Versions({ layout, onOpen }: { layout: { id: string; version: number }; onOpen: (plan: Plan) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [{ data, error }, reload] = useQuery({ query: LayoutVersionsDocument, variables: { id: layout.id } });
  useEffect(() => {
    if (data && data.layoutVersions[0]?.version !== layout.version) reload({ requestPolicy: 'network-only' });
    // When another version was saved here.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [layout.version]);
  return (
    <section className={page.card} aria-labelledby="versions">
      <h2 id="versions">{t('layout.versions')}</h2>
      <p className="bk-muted">{t('layout.versionsText')}</p>
      {error && <ProblemNotice error={error} />}
      <ol className={css.versions}>
        {data?.layoutVersions.map((one) => (
          <li key={one.version}>
            <span>
              <strong>{t('layout.versionNumber', { version: one.version })}</strong> · {t('layout.seatCount', { count: one.seatCount })}
              <br />
              <small className="bk-muted">
                {format.date(one.madeAt, 'moment')} · {one.madeBy ? nameOf(one.madeBy) : t('layout.byImport')}
              </small>
            </span>
            <Button variant="light" size="compact-md" aria-label={t('layout.openVersion', { version: one.version })} onClick={() => onOpen(planOf(one.decks))}>
              {t('layout.open')}
            </Button>
          </li>
        ))}
      </ol>
    </section>
  );
}
