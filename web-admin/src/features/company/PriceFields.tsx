import { Button, Fieldset, NativeSelect, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'web-shared';
import { AmountField } from '../../app/AmountField';
import pairs from '../../app/FormFrame.module.css';
import { CompanyChoicesDocument, type CompanyPartsFragment } from '../../gql/graphql';
import { SERVICE_CLASSES } from '../route/RouteForm';
import { namedRoutes } from '../route/RoutesField';

/** A price of the contract, as the form keeps it. */
export interface Price {
  /** Empty: all. */
  routeId: string;
  /** Empty: all. */
  serviceClass: string;
  /** Empty: all. */
  category: string;
  percent: number | '';
}

export const pricesOf = (company: CompanyPartsFragment | undefined): Price[] =>
  (company?.prices ?? []).map((one) => ({ routeId: one.route?.id ?? '', serviceClass: one.serviceClass ?? '', category: one.category ?? '', percent: Number(one.percent) }));

/** As the server takes them. */
export const sentPrices = (prices: readonly Price[]) => prices.map((one) => ({ routeId: one.routeId || null, serviceClass: one.serviceClass || null, category: one.category || null, percent: String(one.percent || 0) }));

interface PriceFieldsProps {
  prices: Price[];
  wrong: (path: string) => string | undefined;
  onChange: (prices: Price[]) => void;
}

/** What some lines, classes and categories have instead of the contract's discount. */
export function PriceFields({ prices, wrong, onChange }: PriceFieldsProps) {
  const { t } = useTranslation();
  const [{ data }] = useQuery({ query: CompanyChoicesDocument, pause: prices.length === 0 });
  const routes = namedRoutes(data?.companyRoutes).map((one) => ({ value: one.id, label: one.name }));
  const change = (at: number, patch: Partial<Price>) => onChange(prices.map((one, n) => (n === at ? { ...one, ...patch } : one)));
  const all = { value: '', label: t('all') };
  return (
    <Fieldset legend={t('company.prices')}>
      <p className="bk-muted" style={{ marginTop: 0 }}>
        {t('company.pricesHint')}
      </p>
      {prices.map((one, n) => (
        // Without a key of its own until it is saved.
        // oxlint-disable-next-line react/no-array-index-key
        <Fieldset key={n} legend={t('company.priceNumber', { n: n + 1 })} mb="sm">
          <div className={pairs.pair}>
            <Select label={t('company.priceRoute')} placeholder={t('all')} searchable clearable maxDropdownHeight={320} nothingFoundMessage={t('routes.none')} error={wrong(`prices.${n}.routeId`)} value={one.routeId || null} data={routes} onChange={(routeId) => change(n, { routeId: routeId ?? '' })} />
            <NativeSelect label={t('route.serviceClass')} error={wrong(`prices.${n}.serviceClass`)} value={one.serviceClass} onChange={(event) => change(n, { serviceClass: event.currentTarget.value })} data={[all, ...SERVICE_CLASSES.map((value) => ({ value, label: t(`route.classOf.${value}`) }))]} />
            <NativeSelect label={t('company.priceCategory')} error={wrong(`prices.${n}.category`)} value={one.category} onChange={(event) => change(n, { category: event.currentTarget.value })} data={[all, ...(data?.passengerCategories ?? (one.category ? [{ code: one.category, name: one.category }] : [])).map(({ code, name }) => ({ value: code, label: name }))]} />
            <AmountField label={t('company.discount')} error={wrong(`prices.${n}.percent`)} value={one.percent} onChange={(percent) => change(n, { percent })} />
          </div>
          <Button mt="xs" variant="subtle" color="red" size="compact-md" aria-label={t('company.removePrice', { n: n + 1 })} onClick={() => onChange(prices.filter((_, other) => other !== n))}>
            {t('company.remove')}
          </Button>
        </Fieldset>
      ))}
      <Button variant="light" disabled={prices.length >= 50} onClick={() => onChange([...prices, { routeId: '', serviceClass: '', category: '', percent: '' }])}>
        {t('company.addPrice')}
      </Button>
      {wrong('prices') && <p role="alert">{wrong('prices')}</p>}
    </Fieldset>
  );
}
