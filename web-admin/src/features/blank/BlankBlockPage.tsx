import { Button, Modal, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useFormat, useMutation } from 'web-shared';
import { GoLink } from 'web-shared/routing';
import { Badge } from '../../app/Badge';
import { FormFrame } from '../../app/FormFrame';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { TableBox } from '../../app/TableBox';
import { useForm } from '../../app/useForm';
import { useRecord } from '../../app/useRecord';
import { BlankBlockPageDocument, MoveBlanksDocument, type BlankBlockPartsFragment, type BlankPartsFragment } from '../../gql/graphql';
import { DeskField } from './DeskField';
import { MarkForm } from './MarkForm';

const TONES = { FREE: 'quiet', SOLD: 'good', SPOILT: 'warn', LOST: 'bad' } as const;

/** One block: where it is, and each of its blanks. */
export function BlankBlockPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, again, done, said } = useRecord(BlankBlockPageDocument);
  const [moving, setMoving] = useState(false);
  const [marked, setMarked] = useState<BlankPartsFragment | null>(null);
  const block = data?.blankBlock;
  if (!block) return <Page title={t('nav.blanks')}>{error ? <ProblemNotice error={error} onRetry={again} /> : <Skeleton height={320} radius="lg" />}</Page>;
  const nameOf = (person: { firstName?: string | null; lastName?: string | null } | null | undefined) => [person?.lastName, person?.firstName].filter(Boolean).join(' ');
  const finish = (words: string) => {
    setMoving(false);
    setMarked(null);
    done(words);
  };
  return (
    <Page
      title={block.title}
      lead={[block.desk ? [t('blank.atDesk', { desk: block.desk.sign }), block.desk.station?.name].filter(Boolean).join(', ') : t('blank.store'), t('blank.since', { at: format.date(block.movedAt, 'moment') })].join(' · ')}
      tools={
        <>
          <Button onClick={() => setMoving(true)}>{t('blank.move')}</Button>
          <GoLink to="/blanks" className={page.action}>
            {t('nav.blanks')}
          </GoLink>
        </>
      }
    >
      {said && <Notice live tone="ok" title={said} />}
      <p style={{ margin: 0 }}>
        {(['free', 'sold', 'spoilt', 'lost'] as const).map((state) => `${t(`blank.state.${state.toUpperCase() as 'FREE'}`)}: ${block[state]}`).join(' · ')}
        {block.note && ` · ${block.note}`}
      </p>
      <TableBox label={block.title} columns={[t('blank.number'), t('blank.stateTitle'), t('blank.sale'), t('blank.note'), t('blank.changed'), '']}>
        {block.blanks.map((one) => (
          <tr key={one.id}>
            <td className={page.number}>{one.number}</td>
            <td>
              <Badge tone={TONES[one.state]}>{t(`blank.one.${one.state}`)}</Badge>
            </td>
            <td>
              {one.orderNumber && (one.orderId ? <GoLink to={`/orders/${encodeURIComponent(one.orderId)}`}>{one.orderNumber}</GoLink> : one.orderNumber)}
              {one.soldAt && <small>{format.date(one.soldAt, 'moment')}</small>}
            </td>
            <td>{one.note}</td>
            <td>
              {one.changedAt && format.date(one.changedAt, 'moment')}
              {one.changedBy && <small>{nameOf(one.changedBy)}</small>}
            </td>
            <td>
              <Button variant="subtle" size="compact-md" aria-label={t('blank.markNamed', { number: one.number })} onClick={() => setMarked(one)}>
                {t('blank.mark')}
              </Button>
            </td>
          </tr>
        ))}
      </TableBox>
      <Modal opened={moving} onClose={() => setMoving(false)} title={t('blank.move')} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {moving && <MoveForm key={block.version} block={block} reread={again} onMoved={() => finish(t('blank.moved'))} />}
      </Modal>
      <Modal opened={marked !== null} onClose={() => setMarked(null)} title={marked?.number} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {marked && <MarkForm number={marked.number} from={marked.state} onMarked={() => finish(t('blank.marked', { number: marked.number }))} />}
      </Modal>
    </Page>
  );
}

interface MoveFormProps {
  block: BlankBlockPartsFragment;
  reread: () => void;
  onMoved: () => void;
}

/** To another desk, or back into the store. */
function MoveForm({ block, reread, onMoved }: MoveFormProps) {
  const { t } = useTranslation();
  const [{ fetching, error }, move] = useMutation(MoveBlanksDocument);
  const form = useForm({
    name: `blank.move.${block.id}`,
    version: block.version,
    saved: { deskId: block.desk?.id ?? '' },
    send: async ({ deskId }, version) => {
      const answer = (await move({ input: { id: block.id, version: version ?? block.version, deskId: deskId || null } })).data?.moveBlanks;
      return answer?.__typename === 'BlanksMoved' ? { ...answer, fields: undefined } : answer;
    },
    onSaved: () => {
      form.discard();
      onMoved();
    },
    reread,
  });
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={t('blank.moveIt')} names={{ deskId: t('blank.where') }}>
      <DeskField value={form.values.deskId} error={form.wrong('deskId')} onChange={(deskId) => form.set({ deskId })} />
    </FormFrame>
  );
}
