import { useEffect, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch, Mark, ThemeSwitch } from 'web-shared';
import css from './Door.module.css';

/** The frame of what is before the shell: signing in, the first password, a second factor that is due. */
export function Door({ title, onSubmit, children }: { title: string; onSubmit?: (event: FormEvent) => Promise<void>; children: ReactNode }) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t('brand')}`;
  }, [title, t]);
  const inside = (
    <>
      <Mark size={52} />
      <h1>{title}</h1>
      {children}
    </>
  );
  return (
    <main className={css.page}>
      <div className={css.tools}>
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
      {onSubmit ? (
        <form className={css.card} onSubmit={(event) => void onSubmit(event)} noValidate>
          {inside}
        </form>
      ) : (
        <div className={css.card}>{inside}</div>
      )}
    </main>
  );
}
