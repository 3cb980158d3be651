import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CombinedError } from 'urql';
import { problemOf } from '../graph/problem';
import css from './ui.module.css';

export interface NoticeProps {
  title: string;
  children?: ReactNode;
  tone?: 'info' | 'error' | 'ok' | 'warn';
  action?: ReactNode;
  /** Announce at once to screen readers. */
  live?: boolean;
}

/** A framed word to the person: what happened and what to do. */
export function Notice({ title, children, tone = 'info', action, live }: NoticeProps) {
  return (
    <div className={css.notice} data-tone={tone} role={live ? (tone === 'error' ? 'alert' : 'status') : undefined}>
      <div>
        <p className={css.noticeTitle}>{title}</p>
        {children && <div className={css.noticeText}>{children}</div>}
      </div>
      {action}
    </div>
  );
}

/** A failed request in words, with a way to repeat it. */
export function ProblemNotice({ error, onRetry }: { error: CombinedError; onRetry?: () => void }) {
  const { t } = useTranslation('shared');
  const { kind, traceId, waitMinutes } = problemOf(error);
  return (
    <Notice
      live
      tone="error"
      title={t(`problem.${kind}.title`)}
      action={
        onRetry && (
          <Button variant="default" onClick={onRetry}>
            {t('retry')}
          </Button>
        )
      }
    >
      {waitMinutes === null ? t(`problem.${kind}.text`) : t('problem.wait', { count: waitMinutes })}
      {traceId && <div className={css.trace}>{t('problem.trace', { id: traceId })}</div>}
    </Notice>
  );
}

/** An empty list says so and what could be done. */
export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={css.empty}>
      <svg viewBox="0 0 120 60" width="140" height="70" aria-hidden>
        <path d="M4 54 34 16l18 22 16-24 48 40Z" fill="var(--bk-brand-soft)" />
        <path d="M0 56h120" stroke="var(--bk-line)" strokeWidth="3" strokeDasharray="9 6" />
      </svg>
      <p className={css.noticeTitle}>{title}</p>
      {children && <div className={css.noticeText}>{children}</div>}
      {action}
    </div>
  );
}
