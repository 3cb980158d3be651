import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice, useMutation } from 'web-shared';
import form from '../../app/FormFrame.module.css';
import page from '../../app/Page.module.css';
import { BlockStaffDocument, ResetStaffDocument, type MemberPartsFragment, type StaffOutcomeFragment } from '../../gql/graphql';
import { nameOf } from './StaffPage';

interface AccessProps {
  member: MemberPartsFragment;
  onDone: (outcome: StaffOutcomeFragment | undefined, words: string) => void;
}

type Asked = 'block' | 'unblock' | 'reset' | 'invite';

/** Whether somebody may enter: each step says first what it will do. */
export function Access({ member, onDone }: AccessProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [blocking, block] = useMutation(BlockStaffDocument);
  const [resetting, reset] = useMutation(ResetStaffDocument);
  const turn: Asked = member.blockedAt ? 'unblock' : 'block';
  const letter: Asked = member.invitedAt ? 'invite' : 'reset';
  const words: Record<Asked, string> = { block: t('staff.block'), unblock: t('staff.unblock'), reset: t('staff.reset'), invite: t('staff.inviteAgain') };
  const sure = async (what: Asked) => {
    if (what === 'block' || what === 'unblock') {
      const sent = await block({ id: member.id, blocked: what === 'block' });
      onDone(sent.data?.blockStaff, t(what === 'block' ? 'staff.isBlocked' : 'staff.isFree'));
    } else {
      const sent = await reset({ id: member.id });
      onDone(sent.data?.resetStaff, t('staff.resetDone', { email: member.email }));
    }
    setAsked(null);
  };
  const error = blocking.error ?? resetting.error;
  return (
    <section className={page.card} aria-labelledby="access">
      <h2 id="access">{t('staff.access')}</h2>
      <p>{t(member.secondFactor ? 'staff.hasSecondFactor' : 'staff.noSecondFactor')}</p>
      {error && <ProblemNotice error={error} />}
      <Button variant="default" disabled={member.blockedAt != null} onClick={() => setAsked(letter)}>
        {words[letter]}
      </Button>
      <Button variant="light" color={turn === 'block' ? 'red' : undefined} onClick={() => setAsked(turn)}>
        {words[turn]}
      </Button>
      <Modal opened={asked !== null} onClose={() => setAsked(null)} title={asked && t(`staff.asked.${asked}`, { name: nameOf(member) })} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {asked && (
          <>
            <p>{t(`staff.means.${asked}`, { email: member.email })}</p>
            <div className={form.buttons} style={{ marginTop: '1.2rem' }}>
              <Button color={asked === 'block' ? 'red' : undefined} loading={blocking.fetching || resetting.fetching} onClick={() => void sure(asked)}>
                {words[asked]}
              </Button>
              <Button variant="default" onClick={() => setAsked(null)}>
                {t('run.back')}
              </Button>
            </div>
          </>
        )}
      </Modal>
    </section>
  );
}
