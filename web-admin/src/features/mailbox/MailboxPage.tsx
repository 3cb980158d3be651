import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Icon, ProblemNotice, useFormat } from 'web-shared';
import { useGo, useSearchText } from 'web-shared/routing';
import { Badge } from '../../app/Badge';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { TYPING_PAUSE_MS } from '../../app/useFilters';
import { usePages } from '../../app/usePages';
import { MessagesDocument, type MessagesQuery } from '../../gql/graphql';
import css from './MailboxPage.module.css';

type Message = MessagesQuery['messages']['nodes'][number];

/** Letters and short messages that went out, or would have gone. */
export function MailboxPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const go = useGo();
  const { message: openId } = useSearchText();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), TYPING_PAUSE_MS);
  const pages = usePages(MessagesDocument, { text: asked || null }, (data) => data.messages);
  const open = pages.nodes.find((one) => one.id === openId) ?? pages.nodes[0];

  return (
    <Page
      title={t('mailbox.title')}
      lead={t('mailbox.lead')}
      tools={
        <Button variant="default" onClick={pages.reload}>
          {t('refresh')}
        </Button>
      }
    >
      <TextInput label={t('mailbox.text')} leftSection={<Icon name="search" size={18} />} value={text} onChange={(event) => setText(event.currentTarget.value)} style={{ maxWidth: '26rem' }} />
      {pages.error && <ProblemNotice error={pages.error} onRetry={pages.reload} />}
      {!pages.loading && !pages.error && pages.nodes.length === 0 && <Empty title={t('mailbox.none')}>{t('mailbox.noneText')}</Empty>}
      {pages.nodes.length > 0 && (
        <div className={css.panes}>
          <div className={css.left}>
            <ul className={css.list} aria-label={t('mailbox.title')}>
              {pages.nodes.map((one) => (
                <li key={one.id}>
                  <button type="button" aria-current={one.id === open?.id ? 'true' : undefined} onClick={() => go({ to: '/mailbox', search: { message: one.id }, replace: true, keepScroll: true })}>
                    <Icon name={one.channel === 'EMAIL' ? 'mail' : 'info'} size={18} />
                    <span>
                      <strong>{one.subject ?? one.text}</strong>
                      <small>
                        {t(`mailbox.channel.${one.channel}`)} · {one.to}
                      </small>
                      <small>{format.date(one.createdAt, 'moment')}</small>
                    </span>
                  </button>
                </li>
              ))}
            </ul>
            {pages.more && (
              <Button variant="default" loading={pages.loading} onClick={pages.more}>
                {t('list.more')}
              </Button>
            )}
          </div>
          {open && <Letter message={open} />}
        </div>
      )}
    </Page>
  );
}

function Letter({ message }: { message: Message }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <article className={page.card} aria-label={message.subject ?? t(`mailbox.channel.${message.channel}`)}>
      <h2>{message.subject ?? t(`mailbox.channel.${message.channel}`)}</h2>
      <dl className={page.facts}>
        <div>
          <dt>{t('mailbox.to')}</dt>
          <dd>{message.to}</dd>
        </div>
        <div>
          <dt>{t('mailbox.at')}</dt>
          <dd>{format.date(message.createdAt, 'moment')}</dd>
        </div>
        <div>
          <dt>{t('trips.state')}</dt>
          <dd>
            <Badge tone={message.state === 'SENT' ? 'good' : message.state === 'FAILED' ? 'bad' : 'warn'}>{t(`mailbox.state.${message.state}`)}</Badge>
          </dd>
        </div>
        {message.attachments.length > 0 && (
          <div>
            <dt>{t('mailbox.attachments')}</dt>
            <dd>{message.attachments.join(', ')}</dd>
          </div>
        )}
      </dl>
      {message.html ? (
        // Without scripts and without this site's origin; links open in a tab of their own.
        <iframe className={css.html} title={t('mailbox.content')} sandbox="allow-popups allow-popups-to-escape-sandbox" srcDoc={`<base target="_blank">${message.html}`} />
      ) : (
        <p className={css.text}>{withLinks(message.text)}</p>
      )}
    </article>
  );
}

/** Addresses in plain text become links. */
function withLinks(text: string) {
  return text.split(/(https?:\/\/\S+)/).map((part, index) =>
    index % 2 === 1 ? (
      <a key={index} href={part} target="_blank" rel="noreferrer">
        {part}
      </a>
    ) : (
      part
    ),
  );
}
