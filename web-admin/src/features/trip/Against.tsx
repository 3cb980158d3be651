import { Textarea } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from 'web-shared';

interface AgainstProps {
  told: string[];
  reason: string;
  /** It was sent, and refused for want of a reason. */
  missing: boolean;
  onReason: (reason: string) => void;
}

/** What speaks against a vehicle or a driver, and why it is done all the same; nothing where nothing does. */
export function Against({ told, reason, missing, onReason }: AgainstProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (missing) field.current?.focus();
  }, [missing]);
  if (told.length === 0) return null;
  return (
    <>
      <Notice live tone="error" title={t('crew.against')}>
        <ul>
          {told.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </Notice>
      <Textarea ref={field} label={t('crew.reason')} description={t('crew.reasonHint')} value={reason} error={missing && !reason ? t('form.required') : undefined} autosize minRows={2} onChange={(event) => onReason(event.currentTarget.value)} />
    </>
  );
}
