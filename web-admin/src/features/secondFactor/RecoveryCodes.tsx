import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from 'web-shared';
import css from './SecondFactor.module.css';

/** The codes for a lost device, shown once, with ways to keep them. */
export function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const text = `${t('secondFactor.recoveryFile')}\n\n${codes.join('\n')}\n`;
  return (
    <div className={css.steps}>
      <Notice live tone="ok" title={t('secondFactor.recoveryTitle')}>
        {t('secondFactor.recoveryText')}
      </Notice>
      <ul className={css.codes} aria-label={t('secondFactor.recoveryTitle')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={css.buttons}>
        <Button variant="default" onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>
          {t(copied ? 'secondFactor.copied' : 'secondFactor.copy')}
        </Button>
        <Button variant="default" component="a" href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`} download="beket-codes.txt">
          {t('secondFactor.download')}
        </Button>
      </div>
      <Button onClick={onKept}>{t('secondFactor.kept')}</Button>
    </div>
  );
}
