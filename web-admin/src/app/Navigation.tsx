import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, Sheet } from 'web-shared';
import { GoLink, usePath } from 'web-shared/routing';
import { useCan, useSession } from '../features/account/session';
import css from './Navigation.module.css';
import { GROUPS, isOpenTo, sectionOf } from './sections';

/** A list so near its end has shown all. */
const END_PX = 8;

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
  // What is cut off below fades, as long as there is something.
  const [more, setMore] = useState(false);
  useEffect(() => {
    const box = list.current;
    if (!box) return;
    const look = () => setMore(box.scrollTop + box.clientHeight < box.scrollHeight - END_PX);
    const sizes = new ResizeObserver(look);
    for (const one of [box, ...box.children]) sizes.observe(one);
    box.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      box.removeEventListener('scroll', look);
    };
  }, []);
  return (
    <nav aria-label={t('nav.label')} className={css.nav}>
      <button ref={button} type="button" className={css.button} aria-haspopup="dialog" aria-expanded={open} onClick={() => setOpen(true)}>
        <Icon name="list" />
        <span>
          {t('nav.label')}
          {current && <strong>{t(`nav.${current.key}`)}</strong>}
        </span>
      </button>
      <div ref={list} className={css.beside} data-more={more || undefined}>
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
