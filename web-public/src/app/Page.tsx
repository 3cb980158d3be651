import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import css from './Page.module.css';

interface PageProps {
  title: string;
  lead?: ReactNode;
  /** The heading is not drawn, as the page has one of its own. */
  bare?: boolean;
  narrow?: boolean;
  children: ReactNode;
}

/** Frame of a page: its heading and the title of the browser's tab. */
export function Page({ title, lead, bare, narrow, children }: PageProps) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t('brand')}`;
  }, [title, t]);
  if (bare) return children;
  return (
    <div className={css.page} data-narrow={narrow || undefined}>
      <div className={css.head}>
        <h1>{title}</h1>
        {lead && <p className="bk-muted">{lead}</p>}
      </div>
      {children}
    </div>
  );
}
