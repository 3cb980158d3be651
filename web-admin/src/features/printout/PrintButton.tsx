import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice } from 'web-shared';
import { wordsOf } from '../../app/wordsOf';
import type { PrintAnswerFragment } from '../../gql/graphql';

interface PrintButtonProps {
  words: string;
  /** Prints at once, as after a sale. */
  atOnce?: boolean;
  /** `undefined`: no answer, which `error` explains. */
  send: () => Promise<PrintAnswerFragment | undefined>;
  error: Parameters<typeof ProblemNotice>[0]['error'] | undefined;
}

/** Sends something to a receipt printer and says what became of it. */
export function PrintButton({ words, atOnce, send, error }: PrintButtonProps) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<PrintAnswerFragment | null>(null);
  const begun = useRef(false);
  const print = async () => {
    begun.current = true;
    setBusy(true);
    setAnswer(null);
    setAnswer((await send()) ?? null);
    setBusy(false);
  };
  useEffect(() => {
    if (atOnce && !begun.current) void print();
    // Once, when it appears.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const printout = answer?.__typename === 'PrintoutSent' ? answer.printout : null;
  return (
    <>
      <Button variant="default" loading={busy} style={{ justifySelf: 'start' }} onClick={() => void print()}>
        {begun.current && !busy ? t('printer.again') : words}
      </Button>
      {printout?.state === 'PRINTED' && <Notice live tone="ok" title={t('printer.printed')} />}
      {(printout?.state === 'TAKEN' || printout?.state === 'SENDING') && <Notice live title={t('printer.taken')} />}
      {printout?.state === 'FAILED' && <Notice live tone="error" title={printout.problemText ?? t('printer.failed')} />}
      {answer && !printout && <Notice live tone="error" title={wordsOf(answer)} />}
      {error && !answer && !busy && <ProblemNotice error={error} />}
    </>
  );
}
