import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export const AMENITIES = ['ac', 'toilet', 'usb', 'wifi', 'tv', 'buffet', 'blanket'] as const;

interface AmenitiesFieldProps {
  label: string;
  value: string[];
  error: string | undefined;
  onChange: (amenities: string[]) => void;
}

/** What is on board. */
export function AmenitiesField({ label, value, error, onChange }: AmenitiesFieldProps) {
  const { t } = useTranslation();
  return (
    <Checkbox.Group label={label} value={value} error={error} onChange={onChange}>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 'var(--mantine-spacing-sm)', marginTop: 'var(--mantine-spacing-xs)' }}>
        {AMENITIES.map((one) => (
          <Checkbox key={one} value={one} label={t(`amenity.${one}`)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
