import { NativeSelect, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat, useMutation } from 'web-shared';
import { FormFrame } from '../../app/FormFrame';
import { useForm } from '../../app/useForm';
import { ScheduleReportDocument, type ReportRhythm, type ReportViewsQuery } from '../../gql/graphql';

export type SavedOne = ReportViewsQuery['savedReports'][number];

const RHYTHMS = ['NEVER', 'DAILY', 'WEEKLY', 'MONTHLY'] as const;

const linesOf = (text: string): string[] =>
  text
    .split(/[\n,;]/)
    .map((line) => line.trim())
    .filter(Boolean);

/** When and to whom a saved report is sent. */
export function ScheduleForm({ report, onSaved }: { report: SavedOne; onSaved: (words: string) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [{ fetching, error }, schedule] = useMutation(ScheduleReportDocument);
  const now = report.schedule;
  const form = useForm({
    name: `report.schedule.${report.id}`,
    version: null,
    saved: { rhythm: (now?.rhythm ?? 'NEVER') as (typeof RHYTHMS)[number], hour: String(now?.hour ?? 8), recipients: now?.recipients.join('\n') ?? '' },
    send: async ({ rhythm, hour, recipients }) => {
      const input = { id: report.id, rhythm: rhythm === 'NEVER' ? null : (rhythm as ReportRhythm), hour: Number(hour), recipients: linesOf(recipients) };
      const answer = (await schedule({ input })).data?.scheduleReport;
      if (answer?.__typename === 'ReportScheduled') {
        const next = answer.report.schedule;
        onSaved(next ? t('reports.isScheduled', { name: report.name, at: format.date(next.nextAt, 'moment') }) : t('reports.isStopped', { name: report.name }));
      }
      return answer;
    },
  });
  const wrongAddress = linesOf(form.values.recipients)
    .map((_, n) => form.wrong(`recipients.${n}`, 'recipients'))
    .find(Boolean);
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={t('form.save')} names={{ rhythm: t('reports.rhythm'), hour: t('reports.hour'), recipients: t('reports.recipients') }}>
      <NativeSelect label={t('reports.rhythm')} value={form.values.rhythm} onChange={(event) => form.set({ rhythm: event.currentTarget.value as (typeof RHYTHMS)[number] })} data={RHYTHMS.map((one) => ({ value: one, label: t(`reports.rhythms.${one}`) }))} />
      {form.values.rhythm !== 'NEVER' && (
        <>
          <NativeSelect label={t('reports.hour')} value={form.values.hour} onChange={(event) => form.set({ hour: event.currentTarget.value })} data={Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: `${String(hour).padStart(2, '0')}:00` }))} />
          <Textarea label={t('reports.recipients')} description={t('reports.recipientsHint')} autosize minRows={2} maxRows={8} spellCheck={false} value={form.values.recipients} error={wrongAddress ?? form.wrong('recipients')} onChange={(event) => form.set({ recipients: event.currentTarget.value })} />
        </>
      )}
    </FormFrame>
  );
}
