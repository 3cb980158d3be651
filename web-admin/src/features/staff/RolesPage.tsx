import { Button, Checkbox, Modal, Skeleton, Switch, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useMutation, useQuery } from 'web-shared';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { TableBox } from '../../app/TableBox';
import { DemandSecondFactorDocument, RolesDocument, SaveRoleDocument, type Permission, type RolesQuery, type SaveRoleMutation } from '../../gql/graphql';
import { sessionPort, useSession } from '../account/session';
import { PERMISSIONS } from './permissions';

type Role = RolesQuery['roles'][number];
type Outcome = SaveRoleMutation['saveRole'];

/** What each kind of work allows, edited by checkboxes. */
export function RolesPage() {
  const { t } = useTranslation();
  const [{ data, error }, reload] = useQuery({ query: RolesDocument, requestPolicy: 'cache-and-network' });
  const { me } = useSession();
  const [edited, setEdited] = useState<Role | 'new' | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [demanding, demand] = useMutation(DemandSecondFactorDocument);
  const again = () => reload({ requestPolicy: 'network-only' });
  const demandFrom = async (role: Role, demanded: boolean) => {
    setSaid(null);
    const answer = (await demand({ role: role.code, version: role.version, demanded })).data?.demandSecondFactor;
    if (answer) setSaid(answer.__typename === 'RoleSaved' ? t(demanded ? 'roles.demandedOf' : 'roles.demandedNoMore', { name: role.name }) : 'message' in answer ? answer.message : null);
    again();
    // Of one's own role: what is allowed may be nothing, from now on.
    if (role.code === me?.role?.code) void sessionPort.refresh();
  };

  return (
    <Page title={t('roles.title')} lead={t('roles.lead')} tools={<Button onClick={() => setEdited('new')}>{t('roles.new')}</Button>}>
      {said && <Notice live tone="ok" title={said} />}
      {demanding.error && <ProblemNotice error={demanding.error} />}
      {error && !data && <ProblemNotice error={error} onRetry={again} />}
      {!data && !error && <Skeleton height={320} radius="lg" />}
      {data && (
        <TableBox label={t('roles.title')} columns={[t('roles.name'), t('roles.people'), t('roles.allows'), t('secondFactor.title'), t('roles.action')]}>
          {data.roles.map((role) => (
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
          ))}
        </TableBox>
      )}
      <Modal opened={edited !== null} onClose={() => setEdited(null)} size="lg" title={edited === 'new' ? t('roles.newTitle') : edited?.name} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {edited && (
          <RoleForm
            role={edited === 'new' ? null : edited}
            onSaved={() => {
              setEdited(null);
              setSaid(t('roles.saved'));
              again();
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
