import { NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import css from '../../app/FormFrame.module.css';
import { MapField } from './MapField';
import type { Point } from './projection';

interface PointFieldsProps {
  label: string;
  values: { latitude: number | ''; longitude: number | '' };
  near?: Point | null;
  set: (point: { latitude?: number | ''; longitude?: number | '' }) => void;
  wrong: (path: string) => string | undefined;
}

/** A point by the map or by its numbers. */
export function PointFields({ label, values, near, set, wrong }: PointFieldsProps) {
  const { t } = useTranslation();
  const { latitude, longitude } = values;
  return (
    <>
      <MapField label={label} value={latitude === '' || longitude === '' ? null : { latitude, longitude }} near={near} onChange={set} />
      <div className={css.pair}>
        {(['latitude', 'longitude'] as const).map((field) => (
          <NumberInput
            key={field}
            label={t(`map.${field}`)}
            value={values[field]}
            error={wrong(field)}
            hideControls
            decimalScale={6}
            allowedDecimalSeparators={['.', ',']}
            autoComplete="off"
            onChange={(value) => set({ [field]: typeof value === 'number' ? value : '' })}
          />
        ))}
      </div>
    </>
  );
}
