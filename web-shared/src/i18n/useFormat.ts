import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoney, type MoneyLike } from '../format/money';
import { formatDate, type DatePattern } from '../format/time';

/** Formatting in the language that is on now. */
export function useFormat() {
  const { t, i18n } = useTranslation('shared');
  const language = i18n.language;
  return useMemo(
    () => ({
      language,
      money: (money: MoneyLike) => formatMoney(money, language),
      date: (value: string, pattern: DatePattern) => formatDate(value, language, pattern),
      /** Whole minutes as «5 ч 20 мин». */
      duration: (minutes: number) => {
        const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
        if (hours === 0) return t('duration.minutes', { minutes: rest });
        return rest === 0 ? t('duration.hours', { hours }) : t('duration.both', { hours, minutes: rest });
      },
    }),
    [language, t],
  );
}
