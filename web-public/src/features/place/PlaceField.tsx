import { Loader, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, useAsk, useQuery } from 'web-shared';
import { PlaceByIdDocument, PlacesDocument } from '../../gql/graphql';
import css from './PlaceField.module.css';

export interface ChosenPlace {
  id: string;
  name: string;
}

interface PlaceFieldProps {
  name: string;
  label: string;
  value: ChosenPlace | null;
  error?: string;
  onChange: (place: ChosenPlace | null) => void;
}

const TYPING_PAUSE_MS = 180;

/** A town or station by the first letters of its name; the server forgives misspellings and other alphabets. */
export function PlaceField({ name, label, value, error, onChange }: PlaceFieldProps) {
  const { t } = useTranslation();
  const ask = useAsk();
  const listId = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  // The name that came with the value may be in another language.
  const [{ data: own }] = useQuery({ query: PlaceByIdDocument, variables: { id: value?.id ?? '' }, pause: !value });
  const text = typed ?? (value ? ((own?.place?.id === value.id ? own.place.name : undefined) ?? value.name) : '');
  const [asked] = useDebouncedValue((typed ?? '').trim(), TYPING_PAUSE_MS);
  const [{ data, fetching }] = useQuery({ query: PlacesDocument, variables: { query: asked }, pause: typed === null });
  // Nothing typed yet: the server suggests the busiest towns.
  const current = typed !== null && asked === typed.trim() && !fetching;
  const options = current ? (data?.places ?? []) : [];
  const open = current && (options.length > 0 || asked !== '');

  const choose = (place: ChosenPlace | undefined) => {
    if (place) onChange({ id: place.id, name: place.name });
    setTyped(null);
  };
  /** Takes the suggestion that is marked, or the first one once it comes. */
  const commit = () => {
    const text = typed?.trim() ?? '';
    if (current) choose(options[active]);
    else if (text === '') setTyped(null);
    else void ask(PlacesDocument, { query: text }).then((answer) => choose(answer.data?.places[0]));
  };
  const leave = () => {
    if (typed === null) return;
    if (typed.trim() !== '') commit();
    else {
      if (value) onChange(null);
      setTyped(null);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && open) {
      event.preventDefault();
      setActive((was) => (was + step + options.length) % Math.max(1, options.length));
    } else if (event.key === 'Enter' && typed !== null) {
      event.preventDefault();
      commit();
    } else if (event.key === 'Escape') {
      setTyped(null);
    }
  };

  return (
    <div className={css.root}>
      <TextInput
        name={name}
        label={label}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={open ? listId : undefined}
        aria-activedescendant={open && options.length > 0 ? `${listId}-${active}` : undefined}
        placeholder={t('search.placeHint')}
        autoComplete="off"
        autoCapitalize="words"
        enterKeyHint="next"
        classNames={{ label: css.label, input: css.input, section: css.section, error: css.error }}
        leftSection={<Icon name="pin" />}
        leftSectionWidth={46}
        rightSection={typed && fetching ? <Loader size="xs" /> : null}
        value={text}
        error={error}
        onFocus={(event) => {
          event.currentTarget.select();
          if (!value) setTyped('');
        }}
        onBlur={leave}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setActive(0);
        }}
      />
      {open && (
        <ul id={listId} role="listbox" aria-label={label} className={css.list}>
          {options.map((place, index) => (
            // The keyboard works through the field; pointers press an option without taking the focus from it.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <li
              key={place.id}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === active}
              className={css.option}
              onPointerDown={(event) => event.preventDefault()}
              onPointerEnter={() => setActive(index)}
              onClick={() => choose(place)}
            >
              <Icon name={place.kind === 'STATION' ? 'bus' : 'pin'} />
              <span>
                <strong>{place.name}</strong>
                {place.detail && <small>{place.detail}</small>}
              </span>
            </li>
          ))}
          {options.length === 0 && (
            <li role="option" aria-selected={false} aria-disabled className={css.empty}>
              {t('search.noPlace')}
            </li>
          )}
        </ul>
      )}
    </div>
  );
}
