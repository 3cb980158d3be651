import { Button, Popover } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useMutation } from 'web-shared';
import { wordsOf } from '../../app/wordsOf';
import { ExportListDocument, type ExportFormat, type ExportListInput } from '../../gql/graphql';
import css from '../savedView/Views.module.css';
import { nameIn, type Refused } from './file';

interface DownloadAsProps {
  /** What the file is called where the server says nothing. */
  name: string;
  /** Asks for the file's address. */
  ask: (format: ExportFormat) => Promise<Asked>;
}

interface DownloadProps {
  /** As its page is addressed. */
  list: string;
  /** What the list was asked for: its filter and order. */
  asked: object;
  /** Codes of the columns that are shown. */
  columns: string[];
}

/** The list as a file, with its filter, its order and the columns that are shown. */
export function Download({ list, asked, columns }: DownloadProps) {
  const [{ error }, send] = useMutation(ExportListDocument);
  const ask = async (format: ExportFormat) => {
    const answer = (await send({ input: { list: { [list]: asked }, format, columns } as unknown as ExportListInput })).data?.exportList;
    return answer?.__typename === 'ExportReady' ? { url: answer.url } : answer && { words: wordsOf(answer) };
  };
  return (
    <>
      <DownloadAs name={list} ask={ask} />
      {error && <ProblemNotice error={error} />}
    </>
  );
}

/** The file's address, or why there is none. */
export type Asked = { url: string } | { words: string } | undefined;

/** Fetches a file and saves it; says what came of it. */
export function useFile(fallback: string) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ tone: 'ok' | 'error'; text: string } | null>(null);
  const take = async (ask: () => Promise<Asked>) => {
    setBusy(true);
    setSaid(null);
    try {
      const answer = await ask();
      if (answer) setSaid('url' in answer ? await save(answer.url) : { tone: 'error', text: answer.words });
    } finally {
      setBusy(false);
    }
  };
  /** Errors come before the file is saved, so that nobody opens one that holds an error. */
  const save = async (url: string) => {
    const response = await fetch(new URL(url).pathname).catch(() => null);
    if (!response?.ok) {
      const refused = (await response?.json().catch(() => null)) as Refused | null;
      const known = refused && ['TOO_MANY_ROWS', 'EXPIRED', 'BUSY', 'FORBIDDEN'].includes(refused.code);
      return { tone: 'error' as const, text: t(known ? `export.refused.${refused.code}` : 'export.refused.OTHER', { limit: refused?.limit }) };
    }
    const name = nameIn(response.headers.get('Content-Disposition')) ?? fallback;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await response.blob());
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    return { tone: 'ok' as const, text: t('export.saved', { name }) };
  };
  return { busy, said, take };
}

/** A file of either kind. */
export function DownloadAs({ name, ask }: DownloadAsProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { busy, said, take } = useFile(name);
  return (
    <>
      <Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus returnFocus>
        <Popover.Target>
          <Button variant="default" loading={busy} onClick={() => setOpen(!open)}>
            {t('export.download')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <div className={css.columns} role="group" aria-label={t('export.download')}>
            {(['XLSX', 'CSV'] as const).map((format) => (
              <Button
                key={format}
                variant="light"
                onClick={() => {
                  setOpen(false);
                  void take(() => ask(format));
                }}
              >
                {t(`export.${format}`)}
              </Button>
            ))}
          </div>
        </Popover.Dropdown>
      </Popover>
      {said && <Notice live tone={said.tone} title={said.text} />}
    </>
  );
}
