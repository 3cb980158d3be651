import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, useAsk, useMutation } from 'web-shared';
import page from '../../app/Page.module.css';
import { saveFile } from '../../app/saveFile';
import { PrintShiftReportDocument, ShiftReportDocument, type ShiftPartsFragment } from '../../gql/graphql';
import { PrintButton } from '../printout/PrintButton';

/** The X or the Z report: on the desk's receipt printer where it has one, and as a file. */
export function PrintReport({ shift }: { shift: ShiftPartsFragment }) {
  const { t } = useTranslation();
  const ask = useAsk();
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const [{ error }, printOut] = useMutation(PrintShiftReportDocument);
  const print = async () => {
    setState('busy');
    const file = (await ask(ShiftReportDocument, { id: shift.id })).data?.shiftReport;
    setState(file ? 'idle' : 'failed');
    if (file) saveFile(file);
  };
  const words = t(shift.closedAt ? 'shift.printZ' : 'shift.printX');
  const { printer } = shift.desk;
  return (
    <>
      <div className={page.tools}>
        {printer && <PrintButton words={words} error={error} send={async () => (await printOut({ input: { shiftId: shift.id } })).data?.printShiftReport} />}
        <Button variant="default" loading={state === 'busy'} onClick={() => void print()}>
          {printer ? t('printer.asFile') : words}
        </Button>
      </div>
      {state === 'failed' && <Notice live tone="error" title={t('manifest.noFile')} />}
    </>
  );
}
