import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, Sheet } from 'web-shared';
import { GoLink, usePath } from 'web-shared/routing';
import { useCan, useSession } from '../features/account/session';
import css from './Navigation.module.css';
import { GROUPS, isOpenTo, sectionOf } from './sections';

/** Sections by groups: beside the page where there is room, otherwise behind a button that says where one is. */
export function Navigation() {
  const { t } = useTranslation();
  const path = usePath();
  const current = sectionOf(path);
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => setOpen(false), [path]);
  // On a low screen the list scrolls: the section one is in stays in sight.
  useEffect(() => {
    list.current?.querySelector('[data-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <nav aria-label={t('nav.label')} className={css.nav}>
      <button ref={button} type="button" className={css.button} aria-haspopup="dialog" aria-expanded={open} onClick={() => setOpen(true)}>
        <Icon name="list" />
        <span>
          {t('nav.label')}
          {current && <strong>{t(`nav.${current.key}`)}</strong>}
        </span>
      </button>
      <div ref={list} className={css.beside}>
        <Groups />
      </div>
      <Sheet label={t('nav.label')} open={open} onClose={() => setOpen(false)} anchor={button} wide>
        <div className={css.sheet}>
          <Groups onChosen={() => setOpen(false)} />
        </div>
      </Sheet>
    </nav>
  );
}

function Groups({ onChosen }: { onChosen?: () => void }) {
  const { t } = useTranslation();
  const can = useCan();
  const { me } = useSession();
  const current = sectionOf(usePath());
  return GROUPS.map((group) => ({ ...group, sections: group.sections.filter((one) => can(one.permission) && me && isOpenTo(one, me)) }))
    .filter((group) => group.sections.length > 0)
    .map((group) => (
      <div key={group.key} className={css.group}>
        <span className={css.title}>{t(`navGroup.${group.key}`)}</span>
        {group.sections.map((one) => (
          <GoLink key={one.key} to={one.to} data-current={one === current || undefined} aria-current={one === current ? 'page' : undefined} onClick={onChosen}>
            <Icon name={one.icon} />
            {t(`nav.${one.key}`)}
          </GoLink>
        ))}
      </div>
    ));
}
