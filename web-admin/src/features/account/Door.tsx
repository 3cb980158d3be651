import { useEffect, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch, Mark, ThemeSwitch } from 'web-shared';
import css from './Door.module.css';

/** The frame of what is before the shell: signing in, and the first password. */
export function Door({ title, onSubmit, children }: { title: string; onSubmit: (event: FormEvent) => Promise<void>; children: ReactNode }) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t('brand')}`;
  }, [title, t]);
  return (
    <main className={css.page}>
      <div className={css.tools}>
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
      <form className={css.card} onSubmit={(event) => void onSubmit(event)} noValidate>
        <Mark size={52} />
        <h1>{title}</h1>
        {children}
      </form>
    </main>
  );
}
