import { useTranslation } from 'react-i18next';
import { GoLink } from 'web-shared/routing';
import page from '../../app/Page.module.css';
import { boardWith, type OnBoard } from './station';

/** The way back to the trip's row on the board. */
export function ToBoard({ trip }: { trip: OnBoard }) {
  const { t } = useTranslation();
  return (
    <GoLink to="/board" search={boardWith(trip)} className={page.action}>
      {t('board.back')}
    </GoLink>
  );
}
