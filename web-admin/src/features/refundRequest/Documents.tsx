import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from 'web-shared';
import { saveBlob } from '../../app/saveFile';
import page from '../../app/Page.module.css';
import type { RefundRequestPartsFragment } from '../../gql/graphql';
import { sessionPort } from '../account/session';

/** What a passenger has sent; opened one by one, and each opening is in the log. */
export function Documents({ documents }: { documents: RefundRequestPartsFragment['documents'] }) {
  const { t } = useTranslation();
  const [lost, setLost] = useState<string | null>(null);
  const open = async (name: string, url: string) => {
    setLost(null);
    try {
      const token = await sessionPort.accessToken();
      const answer = await fetch(url, { headers: token ? { Authorization: `Bearer ${token}` } : {} });
      if (!answer.ok) return setLost(name);
      saveBlob(name, await answer.blob());
    } catch {
      setLost(name);
    }
  };
  if (documents.length === 0) return <small>{t('refundRequest.noDocuments')}</small>;
  return (
    <>
      <div className={page.tools}>
        {documents.map(({ id, name, url }) =>
          url ? (
            <Button key={id} size="xs" variant="default" onClick={() => void open(name, url)}>
              {name}
            </Button>
          ) : (
            <small key={id}>{t('refundRequest.forgotten', { name })}</small>
          ),
        )}
      </div>
      {lost && <Notice live tone="error" title={t('refundRequest.lost', { name: lost })} />}
    </>
  );
}
