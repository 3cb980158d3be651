import { Button, Checkbox, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useMutation } from 'web-shared';
import { FormFrame } from '../../app/FormFrame';
import { useForm } from '../../app/useForm';
import { SaveReportDocument } from '../../gql/graphql';
import { useCan } from '../account/session';
import { inputOf, type Asked } from './definition';

/** Keeps a report under a name. */
export function SaveReport({ asked, name }: { asked: Asked; name: string }) {
  const { t } = useTranslation();
  const mayShare = useCan()('SHARE_REPORTS');
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const [{ fetching, error }, save] = useMutation(SaveReportDocument);
  const form = useForm({
    name: 'report.save',
    version: null,
    saved: { name, shared: false },
    send: async (values) => {
      const answer = (await save({ input: { ...values, definition: inputOf(asked) } })).data?.saveReport;
      if (answer?.__typename === 'ReportSaved') {
        setOpen(false);
        setSaid(t('reports.isSaved', { name: answer.report.name }));
      }
      return answer;
    },
  });
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('reports.save')}
      </Button>
      {said && <Notice live tone="ok" title={said} />}
      {error && <ProblemNotice error={error} />}
      <Modal opened={open} onClose={() => setOpen(false)} title={t('reports.save')} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        <FormFrame form={form} busy={fetching} error={error} submit={t('form.save')} names={{ name: t('reports.name'), shared: t('reports.shared') }}>
          <TextInput label={t('reports.name')} description={t('reports.nameHint')} maxLength={80} {...form.text('name')} />
          {mayShare && <Checkbox label={t('reports.shared')} description={t('reports.sharedHint')} checked={form.values.shared} onChange={(event) => form.set({ shared: event.currentTarget.checked })} />}
        </FormFrame>
      </Modal>
    </>
  );
}
