import { useTranslation } from 'react-i18next';
import { Badge } from '../../app/Badge';

const SOON_DAYS = 30;

/** How long a paper still holds. */
export function PermitBadge({ daysLeft }: { daysLeft: number }) {
  const { t } = useTranslation();
  if (daysLeft < 0) return <Badge tone="bad">{t('permit.ended')}</Badge>;
  if (daysLeft <= SOON_DAYS) return <Badge tone="warn">{t('permit.endsIn', { count: daysLeft })}</Badge>;
  return <Badge tone="good">{t('permit.valid')}</Badge>;
}
