import { useTranslation } from 'react-i18next';
import css from '../../app/FormFrame.module.css';
import { NumberField } from '../../app/NumberField';
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
  // What is on no map is told at its field.
  const there = latitude !== '' && longitude !== '' && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return (
    <>
      <MapField label={label} value={there ? { latitude, longitude } : null} near={near} onChange={set} />
      <div className={css.pair}>
        {(['latitude', 'longitude'] as const).map((field) => (
          <NumberField
            key={field}
            label={t(`map.${field}`)}
            value={values[field]}
            error={wrong(field)}
            hideControls
            decimalScale={6}
           
            autoComplete="off"
            onChange={(value) => set({ [field]: value })}
          />
        ))}
      </div>
    </>
  );
}
