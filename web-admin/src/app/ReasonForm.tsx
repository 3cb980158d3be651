import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Notice, ProblemNotice } from 'web-shared';
import page from './Page.module.css';

interface ReasonFormProps {
  /** What will happen. */
  text: string;
  label: string;
  action: string;
  /** Characters. */
  longest: number;
  danger?: boolean;
  busy: boolean;
  wrong: string | null;
  error?: Parameters<typeof ProblemNotice>[0]['error'] | null;
  onSend: (reason: string) => void;
}

/** Something that is done with a reason, and what will happen said before. */
export function ReasonForm({ text, label, action, longest, danger, busy, wrong, error, onSend }: ReasonFormProps) {
  const [reason, setReason] = useState('');
  return (
    <form
      className={page.page}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSend(reason);
      }}
    >
      <p>{text}</p>
      {wrong && <Notice live tone="error" title={wrong} />}
      {error && <ProblemNotice error={error} />}
      <Textarea label={label} value={reason} maxLength={longest} autosize minRows={2} required data-autofocus onChange={(event) => setReason(event.currentTarget.value)} />
      <Button type="submit" color={danger ? 'red' : undefined} loading={busy} disabled={!reason.trim()} style={{ justifySelf: 'start' }}>
        {action}
      </Button>
    </form>
  );
}
