import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import css from './Page.module.css';

/** Frame of a page: heading, tools beside it, title of the browser's tab. */
export function Page({ title, lead, tools, children }: { title: string; lead?: ReactNode; tools?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t('brand')}`;
  }, [title, t]);
  return (
    <div className={css.page}>
      <div className={css.head}>
        <div>
          <h1>{title}</h1>
          {lead && <div className="bk-muted">{lead}</div>}
        </div>
        {tools}
      </div>
      {children}
    </div>
  );
}
