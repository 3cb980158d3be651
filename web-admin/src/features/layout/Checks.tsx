import { useTranslation } from 'react-i18next';
import type { Issue } from 'web-shared/plan-editor';
import page from '../../app/Page.module.css';
import css from './Layout.module.css';

/** What has to be mended before it is saved; each line leads to its place. */
export function Checks({ issues, onGo }: { issues: Issue[]; onGo: (issue: Issue) => void }) {
  const { t } = useTranslation();
  return (
    <section className={page.card} aria-labelledby="checks">
      <h2 id="checks">{t('layout.checks')}</h2>
      <div aria-live="polite">
        {issues.length === 0 ? (
          <p className={css.good}>{t('layout.noIssues')}</p>
        ) : (
          <ul className={css.issues}>
            {issues.slice(0, 12).map((issue, index) => {
              const words = t(`layout.issue.${issue.code}`, { number: issue.number ?? '', deck: (issue.sheet ?? 0) + 1, row: issue.spot?.row, col: issue.spot?.col });
              return (
                <li key={index}>
                  {issue.spot ? (
                    <button type="button" className={css.jump} onClick={() => onGo(issue)}>
                      {words}
                    </button>
                  ) : (
                    words
                  )}
                </li>
              );
            })}
            {issues.length > 12 && <li>{t('layout.moreIssues', { count: issues.length - 12 })}</li>}
          </ul>
        )}
      </div>
    </section>
  );
}
