import { Button, Checkbox, Modal, NativeSelect, Switch, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, Notice, ProblemNotice, useMutation } from 'web-shared';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { PagedTable } from '../../app/PagedTable';
import { useSorting } from '../../app/sorting';
import { useFilters } from '../../app/useFilters';
import { usePages } from '../../app/usePages';
import { DemandSecondFactorDocument, RolesDocument, SaveRoleDocument, type Permission, type RolesQuery, type SaveRoleMutation } from '../../gql/graphql';
import { sessionPort, useSession } from '../account/session';
import { PERMISSIONS } from './permissions';

type Role = RolesQuery['roles']['nodes'][number];
type Outcome = SaveRoleMutation['saveRole'];

const SORTS = ['POSITION', 'NAME', 'PEOPLE', 'PERMISSIONS', 'SECOND_FACTOR'] as const;

/** What each kind of work allows, edited by checkboxes. */
export function RolesPage() {
  const { t } = useTranslation();
  const { search, change, text, setText, asked } = useFilters('/roles');
  const permission = PERMISSIONS.find((one) => one === search.allows) ?? null;
  const secondFactor = search.factor === 'yes' ? true : search.factor === 'no' ? false : null;
  const sorting = useSorting(SORTS, { sort: 'POSITION', direction: 'ASC' });
  const pages = usePages(RolesDocument, { filter: { text: asked || null, permission, secondFactor }, sort: sorting.sort, direction: sorting.direction }, (data) => data.roles);
  const { me } = useSession();
  const [edited, setEdited] = useState<Role | 'new' | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [demanding, demand] = useMutation(DemandSecondFactorDocument);
  const demandFrom = async (role: Role, demanded: boolean) => {
    setSaid(null);
    const answer = (await demand({ role: role.code, version: role.version, demanded })).data?.demandSecondFactor;
    if (answer) setSaid(answer.__typename === 'RoleSaved' ? t(demanded ? 'roles.demandedOf' : 'roles.demandedNoMore', { name: role.name }) : 'message' in answer ? answer.message : null);
    pages.reload();
    // Of one's own role: what is allowed may be nothing, from now on.
    if (role.code === me?.role?.code) void sessionPort.refresh();
  };

  return (
    <Page title={t('roles.title')} lead={t('roles.lead')} tools={<Button onClick={() => setEdited('new')}>{t('roles.new')}</Button>}>
      {said && <Notice live tone="ok" title={said} />}
      {demanding.error && <ProblemNotice error={demanding.error} />}
      <div className={page.filters} role="search" aria-label={t('filters')}>
        <TextInput style={{ flexBasis: '18rem' }} label={t('roles.text')} placeholder={t('roles.textHint')} leftSection={<Icon name="search" size={18} />} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <NativeSelect label={t('roles.allowing')} value={search.allows ?? ''} onChange={(event) => change({ allows: event.currentTarget.value || undefined })} data={[{ value: '', label: t('all') }, ...PERMISSIONS.map((one) => ({ value: one, label: t(`permission.${one}`) }))]} />
        <NativeSelect
          label={t('secondFactor.title')}
          value={search.factor ?? ''}
          onChange={(event) => change({ factor: event.currentTarget.value || undefined })}
          data={[
            { value: '', label: t('all') },
            { value: 'yes', label: t('roles.demanded') },
            { value: 'no', label: t('roles.notDemanded') },
          ]}
        />
      </div>
      <PagedTable
        list="roles"
        label={t('roles.title')}
        columns={[
          { title: t('roles.name'), sort: 'NAME', sheet: ['name', 'code'] },
          { title: t('roles.people'), sort: 'PEOPLE', sheet: ['people'] },
          { title: t('roles.allows'), sort: 'PERMISSIONS', sheet: ['permissions', 'everything'] },
          { title: t('secondFactor.title'), sort: 'SECOND_FACTOR', sheet: ['secondFactor'] },
          t('roles.action'),
        ]}
        sorting={sorting}
        pages={pages}
        empty={{ title: t('list.noMatch') }}
        row={(role) => (
          <tr key={role.code}>
            <td>{role.name}</td>
            <td className={page.number}>{role.staffCount}</td>
            <td>{role.everything ? t('roles.everything') : role.permissions.map((one) => t(`permission.${one}`)).join(' · ') || t('roles.nothing')}</td>
            <td>
              <Switch
                checked={role.secondFactor}
                disabled={demanding.fetching}
                styles={{ label: { whiteSpace: 'nowrap' } }}
                label={t(role.secondFactor ? 'roles.demanded' : 'roles.notDemanded')}
                aria-label={t('roles.demandNamed', { name: role.name })}
                onChange={(event) => void demandFrom(role, event.currentTarget.checked)}
              />
            </td>
            <td>
              {role.everything ? (
                '—'
              ) : (
                <Button variant="light" size="compact-md" onClick={() => setEdited(role)} aria-label={t('roles.editNamed', { name: role.name })}>
                  {t('roles.edit')}
                </Button>
              )}
            </td>
          </tr>
        )}
      />
      <Modal opened={edited !== null} onClose={() => setEdited(null)} size="lg" title={edited === 'new' ? t('roles.newTitle') : edited?.name} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {edited && (
          <RoleForm
            role={edited === 'new' ? null : edited}
            onSaved={() => {
              setEdited(null);
              setSaid(t('roles.saved'));
              pages.reload();
            }}
          />
        )}
      </Modal>
    </Page>
  );
}

const NAMES = ['nameRu', 'nameKy', 'nameEn'] as const;

function RoleForm({ role, onSaved }: { role: Role | null; onSaved: () => void }) {
  const { t } = useTranslation();
  const [names, setNames] = useState({ nameRu: role?.nameRu ?? '', nameKy: role?.nameKy ?? '', nameEn: role?.nameEn ?? '' });
  const [chosen, setChosen] = useState<Permission[]>(role?.permissions ?? []);
  const [outcome, setOutcome] = useState<Outcome | undefined>();
  const [{ fetching, error }, save] = useMutation(SaveRoleDocument);
  const wrong = (path: string) => (outcome?.__typename === 'InvalidInput' ? outcome.fields.find((field) => field.path === path)?.message : undefined);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    setOutcome(undefined);
    const answer = (await save({ input: { code: role?.code, version: role?.version, ...names, permissions: chosen } })).data?.saveRole;
    if (answer?.__typename === 'RoleSaved') onSaved();
    else setOutcome(answer);
  };
  const problem = outcome?.__typename === 'ChangedMeanwhile' ? outcome.message : (wrong('permissions') ?? wrong('code'));

  return (
    <form onSubmit={(event) => void send(event)} noValidate style={{ display: 'grid', gap: 'var(--mantine-spacing-md)' }}>
      {NAMES.map((name) => (
        <TextInput key={name} label={t(`roles.${name}`)} value={names[name]} error={wrong(name)} onChange={(event) => setNames({ ...names, [name]: event.currentTarget.value })} />
      ))}
      <Checkbox.Group label={t('roles.allows')} value={chosen} onChange={(values) => setChosen(values as Permission[])}>
        <div style={{ display: 'grid', gap: 'var(--mantine-spacing-sm)', marginTop: 'var(--mantine-spacing-xs)' }}>
          {PERMISSIONS.map((one) => (
            <Checkbox key={one} value={one} label={t(`permission.${one}`)} description={t(`permissionHint.${one}`)} />
          ))}
        </div>
      </Checkbox.Group>
      {problem && <Notice live tone="error" title={problem} />}
      {error && <ProblemNotice error={error} />}
      <Button type="submit" loading={fetching} style={{ justifySelf: 'start' }}>
        {t('staff.save')}
      </Button>
    </form>
  );
}
