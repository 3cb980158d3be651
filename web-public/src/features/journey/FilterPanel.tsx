import { Button, Checkbox, Collapse, NativeSelect } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Icon } from 'web-shared';
import type { SearchJourneysQuery } from '../../gql/graphql';
import { DAY_PARTS, SORTS, type DayPart, type Filter } from './filter';
import css from './SearchPage.module.css';

interface FilterPanelProps {
  facets: SearchJourneysQuery['searchJourneys']['facets'] | undefined;
  filter: Filter;
  onChange: (patch: Record<string, string | undefined>) => void;
}

const toggle = (items: string[], item: string): string | undefined =>
  (items.includes(item) ? items.filter((one) => one !== item) : [...items, item]).join(',') || undefined;

/** Sorting and filters; folded away on a phone. */
export function FilterPanel({ facets, filter, onChange }: FilterPanelProps) {
  const { t } = useTranslation();
  const [open, { toggle: toggleOpen }] = useDisclosure(filter.active);
  const wide = useMediaQuery('(min-width: 62rem)', false, { getInitialValueInEffect: false });
  return (
    <aside className={css.filters} aria-label={t('filter.title')}>
      <div className={css.sortRow}>
        <NativeSelect
          label={t('filter.sort')}
          value={filter.sort}
          onChange={(event) => onChange({ sort: event.currentTarget.value === 'DEPARTURE' ? undefined : event.currentTarget.value })}
          data={SORTS.map((sort) => ({ value: sort, label: t(`filter.sortBy.${sort}`) }))}
        />
        {!wide && (
          <Button variant={filter.active ? 'light' : 'default'} leftSection={<Icon name="filter" />} aria-expanded={open} onClick={toggleOpen}>
            {t('filter.title')}
          </Button>
        )}
      </div>
      <Collapse expanded={wide || open}>
        <div className={css.filterGroups}>
          <fieldset>
            <legend>{t('filter.show')}</legend>
            <Checkbox label={t('filter.onlyAvailable')} checked={filter.onlyAvailable} onChange={(event) => onChange({ free: event.currentTarget.checked ? '1' : undefined })} />
            <Checkbox label={t('filter.direct')} checked={filter.direct} onChange={(event) => onChange({ direct: event.currentTarget.checked ? '1' : undefined })} />
          </fieldset>
          <fieldset>
            <legend>{t('filter.departure')}</legend>
            {(Object.keys(DAY_PARTS) as DayPart[]).map((part) => (
              <Checkbox
                key={part}
                label={t(`filter.part.${part}`)}
                description={DAY_PARTS[part].join(' – ')}
                checked={filter.part === part}
                onChange={(event) => onChange({ part: event.currentTarget.checked ? part : undefined })}
              />
            ))}
          </fieldset>
          {facets && facets.vehicleClasses.length > 1 && (
            <fieldset>
              <legend>{t('filter.vehicle')}</legend>
              {facets.vehicleClasses.map((one) => (
                <Checkbox
                  key={one.vehicleClass}
                  label={`${t(`vehicleClass.${one.vehicleClass}`, one.vehicleClass)} (${one.count})`}
                  checked={filter.classes.includes(one.vehicleClass)}
                  onChange={() => onChange({ classes: toggle(filter.classes, one.vehicleClass) })}
                />
              ))}
            </fieldset>
          )}
          {facets && facets.carriers.length > 1 && (
            <fieldset>
              <legend>{t('filter.carrier')}</legend>
              {facets.carriers.map((one) => (
                <Checkbox
                  key={one.carrier.id}
                  label={`${one.carrier.name} (${one.count})`}
                  checked={filter.carriers.includes(one.carrier.id)}
                  onChange={() => onChange({ carriers: toggle(filter.carriers, one.carrier.id) })}
                />
              ))}
            </fieldset>
          )}
          {filter.active && (
            <Button variant="subtle" onClick={() => onChange({ free: undefined, direct: undefined, part: undefined, carriers: undefined, classes: undefined })}>
              {t('filter.reset')}
            </Button>
          )}
        </div>
      </Collapse>
    </aside>
  );
}
