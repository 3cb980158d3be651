import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, useAsk } from 'web-shared';
import { ShiftReportDocument, type ShiftPartsFragment } from '../../gql/graphql';
import { saveFile } from '../../app/saveFile';

/** The X or the Z report as a file for the printer. */
export function PrintReport({ shift }: { shift: ShiftPartsFragment }) {
  const { t } = useTranslation();
  const ask = useAsk();
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const print = async () => {
    setState('busy');
    const file = (await ask(ShiftReportDocument, { id: shift.id })).data?.shiftReport;
    setState(file ? 'idle' : 'failed');
    if (file) saveFile(file);
  };
  return (
    <>
      <Button variant="default" loading={state === 'busy'} style={{ justifySelf: 'start' }} onClick={() => void print()}>
        {t(shift.closedAt ? 'shift.printZ' : 'shift.printX')}
      </Button>
      {state === 'failed' && <Notice live tone="error" title={t('manifest.noFile')} />}
    </>
  );
}
