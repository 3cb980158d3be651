import { Button, NativeSelect, NumberInput, Select, TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type RefObject, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { countries, Notice, parseTypedDate, ProblemNotice, useFormat, useMutation } from 'web-shared';
import { wordsOf } from '../../app/wordsOf';
import { SaleNameDocument, type DocumentKind, type SaleNameMutation, type SaleOrderPartsFragment } from '../../gql/graphql';
import { isPartOfMrz } from './mrz';
import { DOCUMENT_KINDS, emptyPerson, tidyDay, toInput, withDocument, type Person } from './person';
import css from './Sale.module.css';

interface PeopleStepProps {
  order: SaleOrderPartsFragment;
  /** YYYY-MM-DD, at the desk. */
  today: string;
  onNamed: (order: SaleOrderPartsFragment) => void;
}

/** Enter goes on to the next field, and from the last one to the payment; what else is bought is for the Tab key. */
function useEnter(form: RefObject<HTMLFormElement | null>) {
  useEffect(() => {
    const box = form.current;
    if (!box) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.defaultPrevented || event.target instanceof HTMLButtonElement) return;
      // A scanner that sends Enter after each line goes on in the same field.
      if (event.target instanceof HTMLInputElement && isPartOfMrz(event.target.value)) {
        event.preventDefault();
        return;
      }
      const fields = [...box.querySelectorAll<HTMLElement>('input:not([type=hidden]):not([data-later]), select')].filter((one) => one.tabIndex >= 0);
      const next = fields[fields.indexOf(event.target as HTMLElement) + 1];
      if (!next) return;
      event.preventDefault();
      next.focus();
      if (next instanceof HTMLInputElement) next.select();
    };
    box.addEventListener('keydown', onKey);
    return () => box.removeEventListener('keydown', onKey);
  }, [form]);
}

/** Who travels: documents typed, or read by a scanner that types; everything wrong is told at its field. */
export function PeopleStep({ order, today, onNamed }: PeopleStepProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const first = useRef<HTMLInputElement>(null);
  const [people, setPeople] = useState<Person[]>(() => order.passengers.map((one) => emptyPerson(one.id)));
  const [phone, setPhone] = useState('');
  const [email, setEmail] = useState('');
  const [outcome, setOutcome] = useState<SaleNameMutation['setPassengers'] | undefined>();
  const [{ fetching, error }, send] = useMutation(SaleNameDocument);
  const box = useRef<HTMLFormElement>(null);
  useEnter(box);
  useEffect(() => first.current?.focus(), []);
  const change = (at: number, patch: Partial<Person>) => {
    // What was filled in since lacks nothing.
    setLacking(lacking.filter((path) => !Object.keys(patch).some((field) => path === `passengers.${at}.${field}`)));
    setPeople(people.map((one, other) => (other === at ? { ...one, ...patch } : one)));
  };
  const [lacking, setLacking] = useState<string[]>([]);
  /** How often it was not sent: the keyboard goes to the first field that is wrong. */
  const [refused, setRefused] = useState(0);
  useEffect(() => {
    if (refused > 0) box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refused]);
  const leaveDay = (at: number, typed: string) => {
    const birthDate = tidyDay(typed);
    change(at, { birthDate });
    if (birthDate.trim() !== '' && !parseTypedDate(birthDate)) setLacking((all) => [...all, `passengers.${at}.birthDate`]);
  };
  const isEmpty = (path: string) => people.some((person, at) => path === `passengers.${at}.birthDate` && person.birthDate.trim() === '');
  const wrong = (path: string) => lacking.includes(path) ? t(!path.endsWith('birthDate') ? 'form.required' : isEmpty(path) ? 'sale.noDay' : 'sale.wrongDay') : (outcome?.__typename === 'InvalidInput' ? outcome.fields.find((one) => one.path === path)?.message : undefined);
  const seatOf = (id: string) => order.segments.flatMap((segment) => segment.lines).find((line) => line.passenger?.id === id && line.seat)?.seat;
  // What costs nothing need not be written down.
  const paid = order.ancillaryOptions.filter((option) => Number(option.price.amount) > 0);
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    // All that is empty at once; what is filled in wrongly, the server tells.
    const empty = people.flatMap((person, at) => {
      const texts = (['documentNumber', 'lastName', 'firstName'] as const).filter((field) => person[field].trim() === '');
      const fields = parseTypedDate(person.birthDate) ? texts : [...texts, 'birthDate'];
      return fields.map((field) => `passengers.${at}.${field}`);
    });
    setLacking(empty);
    if (empty.length > 0 || people.some((person) => paid.some((option) => (person.ancillaries[option.code] ?? 0) > option.maxCount))) return setRefused(refused + 1);
    const answer = (await send({ input: { order: { id: order.id }, passengers: people.map(toInput), phone: phone.trim() || null, email: email.trim() || null, consent: true } })).data?.setPassengers;
    setOutcome(answer);
    if (answer?.__typename === 'OrderChanged') onNamed(answer.order);
    else if (answer) setRefused(refused + 1);
  };
  return (
    <form ref={box} noValidate className={css.people} onSubmit={(event) => void submit(event)}>
      {people.map((person, at) => {
        const passenger = order.passengers[at]!;
        const path = (field: string) => wrong(`passengers.${at}.${field}`);
        return (
          <fieldset key={person.id} className={css.person}>
            <legend>
              {[seatOf(person.id) && t('sale.onSeat', { seat: seatOf(person.id) }), passenger.category.name, format.money(passenger.total)].filter(Boolean).join(' · ')}
            </legend>
            {passenger.category.proofRequired && passenger.category.condition && <p className="bk-muted">{t('sale.proof', { what: passenger.category.condition })}</p>}
            <div className={css.pair}>
              <TextInput
                ref={at === 0 ? first : undefined}
                label={t('sale.document')}
                autoComplete="off"
                value={person.documentNumber}
                error={path('documentNumber')}
                onChange={(event) => change(at, withDocument(person, event.currentTarget.value, today))}
              />
              <NativeSelect
                label={t('sale.documentKind')}
                value={person.documentKind}
                error={path('documentKind')}
                onChange={(event) => change(at, { documentKind: event.currentTarget.value as DocumentKind })}
                data={DOCUMENT_KINDS.map((kind) => ({ value: kind, label: t(`sale.kind.${kind}`) }))}
              />
              <TextInput label={t('sale.lastName')} autoComplete="off" value={person.lastName} error={path('lastName')} onChange={(event) => change(at, { lastName: event.currentTarget.value })} />
              <TextInput label={t('sale.firstName')} autoComplete="off" value={person.firstName} error={path('firstName')} onChange={(event) => change(at, { firstName: event.currentTarget.value })} />
              <TextInput
                label={t('sale.birthDate')}
                autoComplete="off"
                inputMode="numeric"
                placeholder={t('day.placeholder')}
                value={person.birthDate}
                error={path('birthDate')}
                onChange={(event) => change(at, { birthDate: event.currentTarget.value })}
                onBlur={() => leaveDay(at, person.birthDate)}
              />
              <Select label={t('sale.citizenship')} searchable selectFirstOptionOnChange allowDeselect={false} value={person.citizenship} error={path('citizenship')} data={countries(format.language)} onChange={(citizenship) => citizenship && change(at, { citizenship })} />
            </div>
            <div className={css.pair}>
              {paid.map((option) => (
                <NumberInput
                  key={option.code}
                  label={option.name}
                  description={[format.money(option.price), option.detail].filter(Boolean).join(' · ')}
                  min={0}
                  max={option.maxCount}
                  clampBehavior="none"
                  allowDecimal={false}
                  allowNegative={false}
                  data-later
                  error={(person.ancillaries[option.code] ?? 0) > option.maxCount ? t('form.atMost', { count: option.maxCount }) : undefined}
                  value={person.ancillaries[option.code] ?? 0}
                  onChange={(count) => change(at, { ancillaries: { ...person.ancillaries, [option.code]: Number(count) || 0 } })}
                />
              ))}
            </div>
          </fieldset>
        );
      })}
      <div className={css.pair}>
        <TextInput label={t('sale.phone')} description={t('sale.phoneHint')} inputMode="tel" autoComplete="off" value={phone} error={wrong('phone')} onChange={(event) => setPhone(event.currentTarget.value)} />
        <TextInput label={t('sale.email')} description={t('sale.emailHint')} inputMode="email" autoComplete="off" value={email} error={wrong('email')} onChange={(event) => setEmail(event.currentTarget.value)} />
      </div>
      {outcome && outcome.__typename !== 'OrderChanged' && <Notice live tone="error" title={wordsOf(outcome)} />}
      {error && <ProblemNotice error={error} />}
      <Button type="submit" size="md" loading={fetching} style={{ justifySelf: 'start' }}>
        {t('sale.toPayment')}
      </Button>
      <p className="bk-muted">{t('sale.consent')}</p>
    </form>
  );
}
