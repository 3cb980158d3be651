import { Button, Modal, NativeSelect, Select, Skeleton, TextInput } from '@mantine/core';
import { useMemo, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { countries, Empty, Notice, parseTypedDate, ProblemNotice, typedDate, useFormat, useMutation, useQuery } from 'web-shared';
import { DeleteSavedPassengerDocument, MySavedPassengersDocument, SavePassengerDocument, type DocumentKind, type SavedPassengerPartsFragment } from '../../gql/graphql';
import { DOCUMENT_KINDS } from '../order/passengerForm';
import { documentProblem, isOfCitizensOnly, nameProblem } from '../order/personRules';
import { withDots } from '../order/PersonFields';
import css from './account.module.css';

/** People the account buys for often. */
export function MyPassengers() {
  const { t } = useTranslation();
  const format = useFormat();
  const [{ data, fetching, error }, reload] = useQuery({ query: MySavedPassengersDocument, requestPolicy: 'cache-and-network' });
  const [{ error: removeError }, remove] = useMutation(DeleteSavedPassengerDocument);
  const [editing, setEditing] = useState<SavedPassengerPartsFragment | 'new' | null>(null);
  const people = data?.me?.savedPassengers;
  const refresh = () => reload({ requestPolicy: 'network-only' });
  if (error && !people) return <ProblemNotice error={error} onRetry={refresh} />;
  if (!people) return fetching ? <Skeleton height={180} radius="lg" /> : null;
  return (
    <>
      {people.length === 0 ? (
        <Empty title={t('cabinet.noPassengers')}>{t('cabinet.noPassengersText')}</Empty>
      ) : (
        <ul className={css.list}>
          {people.map((one) => (
            <li key={one.id} className={css.item}>
              <div>
                <strong>
                  {one.lastName} {one.firstName} {one.middleName}
                </strong>
                <small>
                  {format.date(one.birthDate, 'full')} · {one.documentKind && t(`document.${one.documentKind}`)} {one.documentMasked}
                </small>
              </div>
              <div className={css.row} style={{ flex: 'none' }}>
                <Button variant="light" size="compact-md" onClick={() => setEditing(one)}>
                  {t('cabinet.edit')}
                </Button>
                <Button
                  variant="subtle"
                  color="red"
                  size="compact-md"
                  aria-label={t('cabinet.removeNamed', { name: `${one.lastName} ${one.firstName}` })}
                  onClick={() => void remove({ id: one.id }).then(refresh)}
                >
                  {t('cabinet.remove')}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {removeError && <ProblemNotice error={removeError} />}
      <Button variant="light" onClick={() => setEditing('new')}>
        {t('cabinet.addPassenger')}
      </Button>
      {editing && (
        <PassengerDialog
          passenger={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
          onSaved={() => {
            setEditing(null);
            refresh();
          }}
        />
      )}
    </>
  );
}

interface PassengerDialogProps {
  passenger: SavedPassengerPartsFragment | null;
  onClose: () => void;
  onSaved: () => void;
}

function PassengerDialog({ passenger, onClose, onSaved }: PassengerDialogProps) {
  const { t, i18n } = useTranslation();
  const lands = useMemo(() => countries(i18n.language), [i18n.language]);
  const [form, setForm] = useState({
    lastName: passenger?.lastName ?? '',
    firstName: passenger?.firstName ?? '',
    middleName: passenger?.middleName ?? '',
    birthDate: passenger ? typedDate(passenger.birthDate) : '',
    citizenship: passenger?.citizenship ?? 'KG',
    documentKind: passenger?.documentKind ?? ('ID_CARD' as DocumentKind),
    documentNumber: '',
  });
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [{ fetching, error }, save] = useMutation(SavePassengerDocument);
  const set = (patch: Partial<typeof form>) => setForm((was) => ({ ...was, ...patch }));

  const findProblems = () => {
    const found: Record<string, string> = {};
    const birthDate = parseTypedDate(form.birthDate);
    for (const field of ['lastName', 'firstName', 'middleName'] as const) {
      const problem = nameProblem(form[field], field !== 'middleName');
      if (problem) found[field] = t(`field.${problem}`);
    }
    if (!birthDate) found.birthDate = t('field.birthDate');
    if (form.citizenship !== 'KG' && isOfCitizensOnly(form.documentKind)) found.documentKind = t('field.otherCountry');
    const problem = passenger && !form.documentNumber.trim() ? null : documentProblem(form.documentKind, form.documentNumber, birthDate);
    if (problem) found.documentNumber = t(`field.${problem}`);
    return found;
  };
  /** What is typed is checked when one leaves the field; that one left it empty, when the form is sent. */
  const check = (field: 'lastName' | 'firstName' | 'middleName' | 'birthDate' | 'documentNumber') => () =>
    setProblems((was) => ({ ...was, [field]: form[field].trim() ? (findProblems()[field] ?? '') : '' }));

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = findProblems();
    const birthDate = parseTypedDate(form.birthDate);
    setProblems(found);
    if (Object.keys(found).length > 0 || !birthDate) return;
    const answer = await save({
      input: {
        id: passenger?.id ?? null,
        ...form,
        birthDate,
        middleName: form.middleName.trim() || null,
        documentNumber: form.documentNumber.replace(/\s/g, '').toUpperCase() || null,
      },
    });
    const result = answer.data?.savePassenger;
    if (result?.__typename === 'PassengerSaved') onSaved();
    else if (result) {
      setProblems({ all: result.fields.length > 0 ? '' : result.message, ...Object.fromEntries(result.fields.map((field) => [field.path.split('.').at(-1) ?? '', field.message])) });
    }
  };

  return (
    <Modal opened onClose={onClose} size="lg" title={t(passenger ? 'cabinet.editPassenger' : 'cabinet.addPassenger')} closeButtonProps={{ 'aria-label': t('refund.close') }}>
      <form className={css.form} onSubmit={(event) => void submit(event)} noValidate>
        <div className={css.pair}>
          <TextInput label={t('passenger.lastName')} required value={form.lastName} error={problems.lastName} onBlur={check('lastName')} onChange={(event) => set({ lastName: event.currentTarget.value })} />
          <TextInput label={t('passenger.firstName')} required value={form.firstName} error={problems.firstName} onBlur={check('firstName')} onChange={(event) => set({ firstName: event.currentTarget.value })} />
          <TextInput label={t('passenger.middleName')} value={form.middleName} error={problems.middleName} onBlur={check('middleName')} onChange={(event) => set({ middleName: event.currentTarget.value })} />
          <TextInput
            label={t('passenger.birthDate')}
            placeholder={t('passenger.birthDateHint')}
            inputMode="numeric"
            required
            value={form.birthDate}
            error={problems.birthDate}
            onBlur={check('birthDate')}
            onChange={(event) => set({ birthDate: withDots(event.currentTarget.value) })}
          />
          <Select label={t('passenger.citizenship')} data={lands} searchable allowDeselect={false} required value={form.citizenship} error={problems.citizenship} onChange={(value) => set({ citizenship: value ?? 'KG' })} />
          <NativeSelect
            label={t('passenger.documentKind')}
            data={DOCUMENT_KINDS.map((kind) => ({ value: kind, label: t(`document.${kind}`) }))}
            value={form.documentKind}
            error={problems.documentKind}
            onChange={(event) => set({ documentKind: event.currentTarget.value as DocumentKind })}
          />
          <TextInput
            label={t('passenger.documentNumber')}
            description={passenger ? t('cabinet.keepNumber', { number: passenger.documentMasked }) : undefined}
            placeholder={t(`documentHint.${form.documentKind}`)}
            autoComplete="off"
            required={!passenger}
            value={form.documentNumber}
            error={problems.documentNumber}
            onBlur={check('documentNumber')}
            onChange={(event) => set({ documentNumber: event.currentTarget.value })}
          />
        </div>
        {problems.all && <Notice live tone="error" title={problems.all} />}
        {error && <ProblemNotice error={error} />}
        <Button type="submit" loading={fetching}>
          {t('cabinet.save')}
        </Button>
      </form>
    </Modal>
  );
}
