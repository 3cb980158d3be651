import { useTranslation } from 'react-i18next';
import { useNetwork } from '../graph/network';
import css from './ui.module.css';

/** Stands on top while the server cannot be reached. The live region is always there, so that it is announced. */
export function OfflineBanner() {
  const { t } = useTranslation('shared');
  const network = useNetwork();
  return (
    <div role="status" className={css.bannerRegion}>
      {network !== 'online' && <div className={css.banner}>{t(`network.${network}`)}</div>}
    </div>
  );
}
