import { ActionIcon, Button, UnstyledButton } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, Sheet } from 'web-shared';
import type { PassengerCategoriesQuery } from '../../gql/graphql';
import { MAX_PASSENGERS, type Party } from './wish';
import css from './SearchForm.module.css';

interface PartyFieldProps {
  categories: PassengerCategoriesQuery['passengerCategories'];
  value: Party[];
  onChange: (party: Party[]) => void;
}

/** How many passengers of each category. At least one of them has a seat of one's own. */
export function PartyField({ categories, value, onChange }: PartyFieldProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const total = value.reduce((sum, one) => sum + one.count, 0);
  const countOf = (code: string) => value.find((one) => one.category === code)?.count ?? 0;
  const seated = categories.filter((one) => one.needsSeat).reduce((sum, one) => sum + countOf(one.code), 0);
  const set = (code: string, count: number) =>
    onChange(categories.map((one) => ({ category: one.code, count: one.code === code ? count : countOf(one.code) })).filter((one) => one.count > 0));

  return (
    <>
      <UnstyledButton ref={field} className={`${css.field} ${css.wide}`} aria-haspopup="dialog" aria-expanded={open} onClick={() => setOpen(true)}>
          <Icon name="people" />
          <span className={css.fieldText}>
            <span className={css.fieldLabel}>{t('search.passengers')}</span>
            <span className={css.fieldValue}>{t('passengerCount', { count: total || 1 })}</span>
          </span>
      </UnstyledButton>
      <Sheet label={t('search.passengers')} open={open} onClose={() => setOpen(false)} anchor={field}>
        <ul className={css.party}>
          {categories.map((one) => {
            const count = countOf(one.code);
            const lastSeated = one.needsSeat && seated <= 1 && count === 1;
            return (
              <li key={one.code}>
                <span>
                  <strong>{one.name}</strong>
                  {one.condition && <small>{one.condition}</small>}
                  {Number(one.percentOff) > 0 && <small className={css.off}>{t('search.percentOff', { percent: Number(one.percentOff) })}</small>}
                </span>
                <span className={css.stepper} role="group" aria-label={one.name}>
                  <ActionIcon size={44} variant="default" radius="xl" aria-label={t('search.fewer')} disabled={count === 0 || lastSeated} onClick={() => set(one.code, count - 1)}>
                    <Icon name="minus" />
                  </ActionIcon>
                  <output aria-live="polite">{count}</output>
                  <ActionIcon size={44} variant="default" radius="xl" aria-label={t('search.more')} disabled={total >= MAX_PASSENGERS} onClick={() => set(one.code, count + 1)}>
                    <Icon name="plus" />
                  </ActionIcon>
                </span>
              </li>
            );
          })}
        </ul>
        {total >= MAX_PASSENGERS && <p className="bk-muted">{t('search.tooMany', { max: MAX_PASSENGERS })}</p>}
        <Button variant="light" fullWidth mt="md" onClick={() => setOpen(false)}>
          {t('search.done')}
        </Button>
      </Sheet>
    </>
  );
}
