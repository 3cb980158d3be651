import { Button, Modal, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsk, useQuery } from 'web-shared';
import { TYPING_PAUSE_MS } from '../../app/useFilters';
import { PlaceRecordsDocument, type PlaceRecordPartsFragment } from '../../gql/graphql';
import { useSession } from '../account/session';
import { PlaceForm } from './PlaceForm';
import type { Point } from './projection';

export interface Town {
  id: string;
  name: string;
}

interface TownFieldProps {
  value: Town | null;
  error: string | undefined;
  /** Where the station is, if that is known: a new town begins there. */
  near: Point | null;
  onChange: (town: Town, at: Point) => void;
}

const NEW = 'new';

/** A town by a part of its name; one that is not there yet is added on the spot. */
export function TownField({ value, error, near, onChange }: TownFieldProps) {
  const { t } = useTranslation();
  const ask = useAsk();
  const { me } = useSession();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState<{ place?: PlaceRecordPartsFragment; name?: string } | null>(null);
  const text = typed.trim() === value?.name ? '' : typed.trim();
  const [asked] = useDebouncedValue(text, TYPING_PAUSE_MS);
  const [{ data }] = useQuery({ query: PlaceRecordsDocument, variables: { text: asked || null } });
  const towns = data?.placeRecords.nodes ?? [];
  // Towns are for those who keep the whole network.
  const keeps = me?.stations.length === 0;
  const known = [...(value && !towns.some((one) => one.id === value.id) ? [value] : []), ...towns];
  const take = (place: PlaceRecordPartsFragment) => {
    onChange({ id: place.id, name: place.name }, { latitude: place.latitude, longitude: place.longitude });
    setTyped(place.name);
  };
  const reread = async (id: string, name: string) => {
    const answer = await ask(PlaceRecordsDocument, { text: name });
    const place = answer.data?.placeRecords.nodes.find((one) => one.id === id);
    if (place) setOpen({ place });
  };
  return (
    <>
      <Select
        label={t('station.town')}
        placeholder={t('station.townHint')}
        error={error}
        searchable
        searchValue={typed}
        onSearchChange={setTyped}
        // The server has looked already.
        filter={({ options }) => options}
        value={value?.id ?? null}
        data={[...known.map((one) => ({ value: one.id, label: one.name })), ...(keeps ? [{ value: NEW, label: text ? t('place.addNamed', { name: text }) : t('place.add') }] : [])]}
        allowDeselect={false}
        nothingFoundMessage={t('station.noTown')}
        maxDropdownHeight={320}
        onChange={(id) => {
          const place = towns.find((one) => one.id === id);
          if (id === NEW) setOpen({ name: text });
          else if (place) take(place);
        }}
      />
      {keeps && value && (
        <Button variant="subtle" size="compact-sm" style={{ justifySelf: 'start' }} onClick={() => void reread(value.id, value.name)}>
          {t('place.edit', { name: value.name })}
        </Button>
      )}
      <Modal opened={open !== null} onClose={() => setOpen(null)} size="lg" title={t(open?.place ? 'place.editTitle' : 'place.newTitle')} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {open && (
          <PlaceForm
            key={open.place?.id ?? NEW}
            place={open.place}
            name={open.name}
            near={near}
            reread={() => open.place && void reread(open.place.id, open.place.name)}
            onSaved={(place) => {
              setOpen(null);
              take(place);
            }}
          />
        )}
      </Modal>
    </>
  );
}
