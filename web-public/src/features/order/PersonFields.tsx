import { ActionIcon, Button, Checkbox, NativeSelect, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { countries, Icon, typedDate, useFormat } from 'web-shared';
import type { OrderPartsFragment, PassengerPartsFragment, SavedPassengerPartsFragment } from '../../gql/graphql';
import { DOCUMENT_KINDS, type PassengersForm } from './passengerForm';
import css from './order.module.css';

interface PersonFieldsProps {
  index: number;
  passenger: PassengerPartsFragment;
  order: OrderPartsFragment;
  form: UseFormReturnType<PassengersForm>;
  saved: SavedPassengerPartsFragment[];
  signedIn: boolean;
  onDrop?: () => void;
  dropping: boolean;
}

/** Puts the dots of DD.MM.YYYY while one types. */
export const withDots = (text: string): string => {
  const digits = text.replace(/\D/g, '').slice(0, 8);
  return [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)].filter(Boolean).join('.');
};

export function PersonFields({ index, passenger, order, form, saved, signedIn, onDrop, dropping }: PersonFieldsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const path = `people.${index}`;
  const person = form.values.people[index];
  const lands = useMemo(() => countries(format.language), [format.language]);
  const seats = order.segments.flatMap((segment) =>
    segment.lines.flatMap((line) => (line.passenger?.id === passenger.id && line.kind === 'SEAT' && line.seat ? [line.seat] : [])),
  );
  const offered = (['BAGGAGE', 'EXTRA'] as const)
    .map((kind) => ({ kind, options: order.ancillaryOptions.filter((one) => one.kind === kind) }))
    .filter((one) => one.options.length > 0 && passenger.category.needsSeat);
  /** What is typed is checked when one leaves the field; that one left it empty, when the form is sent. */
  const typed = (field: 'lastName' | 'firstName' | 'middleName' | 'birthDate' | 'documentNumber') => ({
    ...form.getInputProps(`${path}.${field}`),
    onBlur: () => person?.[field].trim() && form.validateField(`${path}.${field}`),
  });
  if (!person) return null;

  const fill = (id: string) => {
    const known = saved.find((one) => one.id === id);
    if (!known) return;
    form.setFieldValue(path, {
      ...person,
      lastName: known.lastName,
      firstName: known.firstName,
      middleName: known.middleName ?? '',
      birthDate: typedDate(known.birthDate),
      citizenship: known.citizenship,
      documentKind: known.documentKind ?? person.documentKind,
      documentNumber: known.documentNumber,
    });
  };

  return (
    <fieldset className={css.card}>
      <legend>{t('passenger.title', { n: index + 1 })}</legend>
      <div className={css.personHead}>
        <span>
          <strong>{passenger.category.name}</strong>
          {seats.length > 0 && ` · ${t('seats.chosen', { seats: seats.join(', '), count: seats.length })}`}
          {passenger.category.condition && <small className="bk-muted">{passenger.category.condition}</small>}
        </span>
        {onDrop && (
          <Button variant="subtle" color="red" size="compact-md" style={{ flex: 'none' }} loading={dropping} onClick={onDrop} aria-label={t('passenger.dropNamed', { n: index + 1 })}>
            {t('passenger.drop')}
          </Button>
        )}
      </div>
      {saved.length > 0 && (
        <NativeSelect
          label={t('passenger.fill')}
          value=""
          onChange={(event) => fill(event.currentTarget.value)}
          data={[{ value: '', label: t('passenger.fillChoose') }, ...saved.map((one) => ({ value: one.id, label: `${one.lastName} ${one.firstName}` }))]}
        />
      )}
      <div className={css.triple}>
        <TextInput label={t('passenger.lastName')} autoComplete={index === 0 ? 'family-name' : 'off'} autoCapitalize="words" required {...typed('lastName')} />
        <TextInput label={t('passenger.firstName')} autoComplete={index === 0 ? 'given-name' : 'off'} autoCapitalize="words" required {...typed('firstName')} />
        <TextInput label={t('passenger.middleName')} autoComplete={index === 0 ? 'additional-name' : 'off'} autoCapitalize="words" {...typed('middleName')} />
      </div>
      <div className={css.pair}>
        <TextInput
          label={t('passenger.birthDate')}
          placeholder={t('passenger.birthDateHint')}
          inputMode="numeric"
          autoComplete={index === 0 ? 'bday' : 'off'}
          required
          {...typed('birthDate')}
          onChange={(event) => form.setFieldValue(`${path}.birthDate`, withDots(event.currentTarget.value))}
        />
        <Select label={t('passenger.citizenship')} data={lands} searchable allowDeselect={false} nothingFoundMessage={t('passenger.noCountry')} required {...form.getInputProps(`${path}.citizenship`)} />
      </div>
      <div className={css.pair}>
        <NativeSelect
          label={t('passenger.documentKind')}
          data={DOCUMENT_KINDS.map((kind) => ({ value: kind, label: t(`document.${kind}`) }))}
          required
          {...form.getInputProps(`${path}.documentKind`)}
        />
        <TextInput
          label={t('passenger.documentNumber')}
          placeholder={t(`documentHint.${person.documentKind}`)}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          inputMode={person.documentKind === 'PIN' ? 'numeric' : 'text'}
          description={passenger.documentNumber ? t('passenger.documentAgain', { number: passenger.documentNumber }) : undefined}
          required
          {...typed('documentNumber')}
        />
      </div>
      {offered.map(({ kind, options }) => (
        <div key={kind} role="group" aria-label={t(`ancillary.${kind}`)} className={css.ancillaries}>
          <strong>{t(`ancillary.${kind}`)}</strong>
          {options.map((option) => {
            const count = person.ancillaries[option.code] ?? 0;
            const set = (next: number) => form.setFieldValue(`${path}.ancillaries`, { ...person.ancillaries, [option.code]: next });
            return (
              <div key={option.code} className={css.ancillary}>
                <span>
                  {option.name}
                  {option.detail && <small className="bk-muted">{option.detail}</small>}
                  <small className="bk-muted">{option.included ? t('ancillary.included') : format.money(option.price)}</small>
                </span>
                {!option.included && (
                  <span className={css.stepper} role="group" aria-label={option.name}>
                    <ActionIcon size={44} radius="xl" variant="default" aria-label={t('search.fewer')} disabled={count === 0} onClick={() => set(count - 1)}>
                      <Icon name="minus" />
                    </ActionIcon>
                    <output aria-live="polite">{count}</output>
                    <ActionIcon size={44} radius="xl" variant="default" aria-label={t('search.more')} disabled={count >= option.maxCount} onClick={() => set(count + 1)}>
                      <Icon name="plus" />
                    </ActionIcon>
                  </span>
                )}
              </div>
            );
          })}
        </div>
      ))}
      {signedIn && <Checkbox label={t('passenger.save')} {...form.getInputProps(`${path}.save`, { type: 'checkbox' })} />}
    </fieldset>
  );
}
