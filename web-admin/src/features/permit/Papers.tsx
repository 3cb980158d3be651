import { ActionIcon, Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, ProblemNotice, useFormat, useMutation } from 'web-shared';
import page from '../../app/Page.module.css';
import { DropPermitDocument, type PermitHolder, type PermitPartsFragment } from '../../gql/graphql';
import { useCan } from '../account/session';
import { PermitBadge } from './PermitBadge';
import { PermitForm } from './PermitForm';

interface PapersProps {
  holder: PermitHolder;
  holderId: string;
  permits: PermitPartsFragment[];
  /** Something was changed: the holder is read again. */
  onChanged: (words: string) => void;
  reread: () => void;
}

/** Papers of one carrier, vehicle or driver. */
export function Papers({ holder, holderId, permits, onChanged, reread }: PapersProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const manages = useCan()('MANAGE_FLEET');
  const [edited, setEdited] = useState<string | null>(null);
  const [dropped, setDropped] = useState<PermitPartsFragment | null>(null);
  const [{ fetching, error }, drop] = useMutation(DropPermitDocument);
  return (
    <section className={page.card} aria-labelledby="papers">
      <h2 id="papers">{t('permits.title')}</h2>
      {error && <ProblemNotice error={error} />}
      {permits.length === 0 && <p className="bk-muted">{t('permit.noneHere')}</p>}
      <ul style={{ margin: 0, padding: 0, listStyle: 'none', display: 'grid', gap: '0.9rem' }}>
        {permits.map((permit) => {
          const name = `${t(`permit.kind.${permit.kind}`)} ${permit.number}`;
          return (
            <li key={permit.id} style={{ display: 'flex', flexWrap: 'wrap', gap: '0.5rem 0.8rem', alignItems: 'center', justifyContent: 'space-between' }}>
              <span style={{ overflowWrap: 'anywhere', minWidth: 0 }}>
                <strong>{name}</strong>
                <br />
                <small className="bk-muted">
                  {t('permit.until', { day: format.date(permit.expiresOn, 'full') })}
                  {permit.note && ` · ${permit.note}`}
                </small>
              </span>
              <span style={{ display: 'flex', gap: '0.5rem', alignItems: 'center' }}>
                <PermitBadge daysLeft={permit.daysLeft} />
                {manages && (
                  <>
                    <Button variant="light" size="compact-md" aria-label={t('permit.editNamed', { name })} onClick={() => setEdited(permit.id)}>
                      {t('roles.edit')}
                    </Button>
                    <ActionIcon variant="subtle" size="lg" aria-label={t('permit.dropNamed', { name })} onClick={() => setDropped(permit)}>
                      <Icon name="close" />
                    </ActionIcon>
                  </>
                )}
              </span>
            </li>
          );
        })}
      </ul>
      {manages && (
        <Button variant="default" style={{ justifySelf: 'start' }} onClick={() => setEdited('new')}>
          {t('permit.new')}
        </Button>
      )}
      <Modal opened={edited !== null} onClose={() => setEdited(null)} title={t(edited === 'new' ? 'permit.new' : 'permit.edit')} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {edited && (
          <PermitForm
            holder={holder}
            holderId={holderId}
            permit={permits.find((one) => one.id === edited)}
            reread={reread}
            onSaved={(without) => {
              setEdited(null);
              onChanged([t('permit.saved'), without > 0 && t('permit.tripsWithoutIt', { count: without })].filter(Boolean).join(' '));
            }}
          />
        )}
      </Modal>
      <Modal opened={dropped !== null} onClose={() => setDropped(null)} title={t('permit.drop')} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {dropped && <p>{t('permit.dropText', { name: `${t(`permit.kind.${dropped.kind}`)} ${dropped.number}` })}</p>}
        <Button
          mt="md"
          color="red"
          loading={fetching}
          onClick={() =>
            void drop({ id: dropped!.id }).then(({ data }) => {
              if (!data) return;
              setDropped(null);
              onChanged(t('permit.dropped'));
            })
          }
        >
          {t('permit.dropSure')}
        </Button>
      </Modal>
    </section>
  );
}
