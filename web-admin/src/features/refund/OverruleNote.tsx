import { useTranslation } from 'react-i18next';
import { useFormat } from 'web-shared';
import type { OverrulePartsFragment } from '../../gql/graphql';
import { nameOf } from './reasons';

/** Who gave back more than the rules and why, and who has said yes or no. */
export function OverruleNote({ overrule }: { overrule: OverrulePartsFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <small>
        {t(`overruleReason.${overrule.reason}`)}: {overrule.note}
      </small>
      <small>{t('overrule.askedBy', { name: nameOf(overrule.askedBy), at: format.date(overrule.askedAt, 'moment'), amount: format.money(overrule.beyond) })}</small>
      {overrule.decidedAt && (
        <small>
          {t(overrule.state === 'APPROVED' ? 'overrule.approvedBy' : 'overrule.declinedBy', { name: nameOf(overrule.decidedBy), at: format.date(overrule.decidedAt, 'moment') })}
          {overrule.decisionNote && `: ${overrule.decisionNote}`}
        </small>
      )}
    </>
  );
}
