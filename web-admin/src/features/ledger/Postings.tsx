import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat, useMutation } from 'web-shared';
import { ReasonForm } from '../../app/ReasonForm';
import page from '../../app/Page.module.css';
import { ReversePostingDocument, type PostingPartsFragment } from '../../gql/graphql';

interface ReverseProps {
  posting: PostingPartsFragment;
  onReversed: () => void;
}

/** Takes back what was booked by hand, with a reason. */
export function Reverse({ posting, onReversed }: ReverseProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [{ fetching, error }, reverse] = useMutation(ReversePostingDocument);
  const [wrong, setWrong] = useState<string | null>(null);
  if (!posting.reversible) return null;
  const send = async (reason: string) => {
    const answer = (await reverse({ input: { id: posting.id, reason } })).data?.reversePosting;
    if (answer?.__typename === 'InvalidInput') return setWrong(answer.fields[0]?.message ?? answer.message);
    if (answer) {
      setOpen(false);
      onReversed();
    }
  };
  return (
    <>
      <Button variant="subtle" size="compact-md" aria-label={t('ledger.reverseNamed', { name: posting.document ?? posting.reason })} onClick={() => setOpen(true)}>
        {t('ledger.reverse')}
      </Button>
      <Modal opened={open} onClose={() => setOpen(false)} title={t('ledger.reverse')} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        <ReasonForm text={t('ledger.reverseText')} label={t('ledger.reason')} action={t('ledger.reverse')} longest={300} danger busy={fetching} wrong={wrong} error={error} onSend={(reason) => void send(reason)} />
      </Modal>
    </>
  );
}

interface PostingsProps {
  postings: readonly PostingPartsFragment[];
  onReversed: () => void;
}

/** A few postings by hand: the day, the paper, the amount. */
export function Postings({ postings, onReversed }: PostingsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <table className={page.table}>
      <tbody>
        {postings.map((one) => {
          const amount = one.lines.find((line) => Number(line.amount.amount) > 0)?.amount;
          return (
            <tr key={one.id}>
              <td>
                {format.date(one.at, 'full')}
                <small>{[one.document && `№ ${one.document}`, one.reversal && t('ledger.reversal'), one.reversed && t('ledger.reversed'), one.reason].filter(Boolean).join(' · ')}</small>
              </td>
              <td className={page.number}>
                {amount && format.money(amount)}
                <div>
                  <Reverse posting={one} onReversed={onReversed} />
                </div>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
