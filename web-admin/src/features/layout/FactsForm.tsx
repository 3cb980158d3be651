import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import page from '../../app/Page.module.css';
import { NumberField } from '../../app/NumberField';
import css from './Layout.module.css';
import type { Facts } from './draft';
import { VEHICLE_CLASSES } from './plan';

interface FactsFormProps {
  facts: Facts;
  /** It has a code already, for good. */
  fixedCode: boolean;
  wrong: (path: string) => string | undefined;
  onChange: (facts: Facts) => void;
}

/** What the layout is called and for. */
export function FactsForm({ facts, fixedCode, wrong, onChange }: FactsFormProps) {
  const { t } = useTranslation();
  const known = VEHICLE_CLASSES.includes(facts.vehicleClass) ? VEHICLE_CLASSES : [...VEHICLE_CLASSES, facts.vehicleClass];
  return (
    <section className={page.card} aria-labelledby="facts">
      <h2 id="facts">{t('layout.facts')}</h2>
      <div className={css.fields}>
        {!fixedCode && (
          <TextInput label={t('layout.code')} description={t('layout.codeHint')} maxLength={20} value={facts.code} error={wrong('code')} onChange={({ currentTarget: { value } }) => onChange({ ...facts, code: value.toUpperCase() })} className={css.wide} />
        )}
        {(['nameRu', 'nameKy', 'nameEn'] as const).map((name) => (
          <TextInput key={name} className={css.wide} label={t(`roles.${name}`)} value={facts[name]} error={wrong(name)} onChange={({ currentTarget: { value } }) => onChange({ ...facts, [name]: value })} />
        ))}
        <NativeSelect
          label={t('layout.class')}
          value={facts.vehicleClass}
          error={wrong('vehicleClass')}
          onChange={({ currentTarget: { value } }) => onChange({ ...facts, vehicleClass: value })}
          data={known.map((code) => ({ value: code, label: VEHICLE_CLASSES.includes(code) ? t(`layout.vehicleClass.${code}`) : code }))}
        />
        <NumberField label={t('layout.standingPlaces')} min={0} max={300} value={facts.standingPlaces} error={wrong('standingPlaces')} onChange={(value) => onChange({ ...facts, standingPlaces: Number(value) || 0 })} />
        <Textarea size="md" className={css.wide} label={t('layout.notes')} autosize minRows={2} value={facts.notes} error={wrong('notes')} onChange={({ currentTarget: { value } }) => onChange({ ...facts, notes: value })} />
      </div>
    </section>
  );
}
