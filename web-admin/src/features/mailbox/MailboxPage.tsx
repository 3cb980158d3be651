import { Button, Drawer, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Icon, useFormat } from 'web-shared';
import { GoLink, useGo } from 'web-shared/routing';
import { Badge } from '../../app/Badge';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { PagedTable } from '../../app/PagedTable';
import { useSorting } from '../../app/sorting';
import { useFilters } from '../../app/useFilters';
import { usePages } from '../../app/usePages';
import { MessagesDocument, type MessagesQuery } from '../../gql/graphql';
import css from './MailboxPage.module.css';

type Message = MessagesQuery['messages']['nodes'][number];

const SORTS = ['CREATED', 'TO', 'CHANNEL', 'SUBJECT', 'STATE'] as const;

/** Letters and short messages that went out, or would have gone. */
export function MailboxPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const go = useGo();
  const { search, text, setText, asked } = useFilters('/mailbox');
  const sorting = useSorting(SORTS, { sort: 'CREATED', direction: 'DESC' });
  const pages = usePages(MessagesDocument, { text: asked || null, sort: sorting.sort, direction: sorting.direction }, (data) => data.messages);
  // Beside the list, or over it where there is no room.
  const wide = useMediaQuery('(min-width: 90rem)', true, { getInitialValueInEffect: false });
  const chosen = pages.nodes.find((one) => one.id === search.message);
  const open = chosen ?? (wide ? pages.nodes[0] : undefined);

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
      <div className={css.panes}>
        <div className={css.left}>
          <PagedTable
            list="mailbox"
            label={t('mailbox.title')}
            columns={[
              { title: t('mailbox.subject'), sort: 'SUBJECT', sheet: ['topic', 'text', 'files'] },
              { title: t('mailbox.to'), sort: 'TO', sheet: ['to'] },
              { title: t('mailbox.kind'), sort: 'CHANNEL', sheet: ['channel'] },
              { title: t('mailbox.at'), sort: 'CREATED', sheet: ['created'] },
              { title: t('trips.state'), sort: 'STATE', sheet: ['state'] },
            ]}
            sorting={sorting}
            pages={pages}
            empty={{ title: t('mailbox.none'), text: t('mailbox.noneText') }}
            row={(one) => (
              <tr key={one.id} className={one.id === open?.id ? css.open : undefined}>
                <td className={css.subject}>
                  <GoLink to="/mailbox" search={{ ...search, message: one.id }} keepScroll aria-current={one.id === open?.id ? 'true' : undefined}>
                    {one.subject ?? one.text}
                  </GoLink>
                </td>
                <td className={css.to}>{one.to}</td>
                <td>{t(`mailbox.channel.${one.channel}`)}</td>
                <td className={css.when}>{format.date(one.createdAt, 'moment')}</td>
                <td>
                  <State message={one} />
                </td>
              </tr>
            )}
          />
        </div>
        {wide && open && <Letter message={open} />}
      </div>
      <Drawer opened={!wide && chosen !== undefined} onClose={() => void go({ to: '/mailbox', search: { ...search, message: undefined }, replace: true, keepScroll: true })} position="bottom" size="85%" title={t('mailbox.title')} closeButtonProps={{ 'aria-label': t('run.back') }}>
        {chosen && <Letter message={chosen} />}
      </Drawer>
    </Page>
  );
}

function State({ message }: { message: Message }) {
  const { t } = useTranslation();
  return <Badge tone={message.state === 'SENT' ? 'good' : message.state === 'FAILED' ? 'bad' : 'warn'}>{t(`mailbox.state.${message.state}`)}</Badge>;
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
            <State message={message} />
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
