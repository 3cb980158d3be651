import { Button, Skeleton } from '@mantine/core';
import { useEffect, useReducer, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useAsk, useMutation, useQuery } from 'web-shared';
import { begin, check, type Plan } from 'web-shared/plan-editor';
import { useGo, useParam, useSearchText } from 'web-shared/routing';
import { SeatMap, type SeatStatus } from 'web-shared/seat-map';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { ArchiveLayoutDocument, LayoutFileDocument, LayoutPageDocument, SaveLayoutDocument, type LayoutOutcomeFragment, type LayoutPartsFragment } from '../../gql/graphql';
import { History } from '../audit/History';
import { Checks } from './Checks';
import { download } from './download';
import { keepDraft, readDraft, type Draft, type Facts } from './draft';
import { Drawing } from './Drawing';
import { FactsForm } from './FactsForm';
import css from './Layout.module.css';
import { NumberingPanel } from './NumberingPanel';
import { blank, decksOf, edit, planOf, RULES, unitsOf } from './plan';
import { SeatPanel } from './SeatPanel';
import { Versions } from './Versions';

/** One layout on its drawing board; `new` is an empty one, or a copy of the one in the address. */
export function LayoutPage() {
  const { t } = useTranslation();
  const id = useParam('id');
  const { copy } = useSearchText();
  const source = id === 'new' ? (copy ?? null) : id;
  const [{ data, error }, reload] = useQuery({ query: LayoutPageDocument, variables: { id: source ?? '' }, pause: source === null, requestPolicy: 'network-only' });
  const found = data?.layout ?? null;
  // A layout that was just made is told of on its own page.
  const [made, setMade] = useState<string | null>(null);
  if (source !== null && found?.id !== source) {
    return <Page title={t('layout.one')}>{error ? <ProblemNotice error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} /> : <Skeleton height={420} radius="lg" />}</Page>;
  }
  return <Board key={`${id} ${copy ?? ''}`} id={id} source={found} made={made === id} onMade={setMade} />;
}

const factsOf = (layout: LayoutPartsFragment | null): Facts => ({
  code: layout?.code ?? '',
  nameRu: layout?.nameRu ?? '',
  nameKy: layout?.nameKy ?? '',
  nameEn: layout?.nameEn ?? '',
  vehicleClass: layout?.vehicleClass ?? 'coach',
  standingPlaces: layout?.standingPlaces ?? 0,
  notes: layout?.notes ?? '',
});

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

interface BoardProps {
  id: string;
  source: LayoutPartsFragment | null;
  made: boolean;
  onMade: (id: string) => void;
}

function Board({ id, source, made, onMade }: BoardProps) {
  const { t } = useTranslation();
  const go = useGo();
  const ask = useAsk();
  const isNew = id === 'new';
  const [layout, setLayout] = useState(isNew ? null : source);
  const [origin] = useState<Draft>(() => ({
    version: isNew ? 0 : (source?.version ?? 0),
    facts: isNew ? { ...factsOf(source), code: '' } : factsOf(source),
    plan: source ? planOf(source.decks) : blank(),
  }));
  const [saved, setSaved] = useState(origin);
  // A draft of another new layout is not this copy's.
  const [draft, setDraft] = useState(() => (isNew && source ? null : readDraft(id)));
  const [version, setVersion] = useState(draft?.version ?? origin.version);
  const [facts, setFacts] = useState(draft?.facts ?? origin.facts);
  const [state, dispatch] = useReducer(edit, draft?.plan ?? origin.plan, begin);
  const [saving, save] = useMutation(SaveLayoutDocument);
  const [archiving, archive] = useMutation(ArchiveLayoutDocument);
  const [outcome, setOutcome] = useState<LayoutOutcomeFragment | undefined>();
  const [said, setSaid] = useState<string | null>(made ? t('layout.saved') : null);
  const [focus, setFocus] = useState(0);
  const top = useRef<HTMLDivElement>(null);
  const issues = check(state.plan, RULES);
  const changed = !same([facts, state.plan], [saved.facts, saved.plan]);
  useEffect(() => {
    if (!state.stroke) keepDraft(id, changed ? { version, facts, plan: state.plan } : null);
  }, [id, changed, version, facts, state.plan, state.stroke]);

  const wrong = (path: string) => (outcome?.__typename === 'InvalidInput' ? outcome.fields.find((field) => field.path === path)?.message : undefined);
  const told = (answer: LayoutOutcomeFragment | undefined, words: string) => {
    setOutcome(answer);
    if (answer?.__typename === 'LayoutSaved') {
      setSaid(words);
      setLayout(answer.layout);
      setVersion(answer.layout.version);
    }
    top.current?.scrollIntoView({ block: 'nearest' });
  };
  const send = async () => {
    setSaid(null);
    const { code, ...rest } = facts;
    const input = { ...rest, notes: facts.notes || null, decks: decksOf(state.plan), ...(layout ? { id: layout.id, version } : { code }) };
    const answer = (await save({ input })).data?.saveLayout;
    told(answer, t('layout.saved'));
    if (answer?.__typename !== 'LayoutSaved') return;
    setDraft(null);
    setSaved({ version: answer.layout.version, facts, plan: state.plan });
    keepDraft(id, null);
    if (!isNew) return;
    onMade(answer.layout.id);
    void go({ to: `/layouts/${encodeURIComponent(answer.layout.id)}`, replace: true });
  };
  const discard = () => {
    keepDraft(id, null);
    setDraft(null);
    setVersion(saved.version);
    setFacts(saved.facts);
    dispatch({ type: 'replace', plan: saved.plan });
  };
  const name = facts.nameRu || facts.nameEn || t('layout.new');
  const elsewhere = outcome?.__typename === 'InvalidInput' ? outcome.fields.filter((field) => !(field.path in facts)) : [];

  return (
    <Page
      title={layout?.name ?? (isNew ? t('layout.new') : name)}
      lead={layout && `${layout.code} · ${t('layout.versionNumber', { version: layout.version })} · ${layout.routeCount + layout.vehicleCount === 0 ? t('layout.unused') : `${t('layout.routes', { count: layout.routeCount })}, ${t('layout.vehicles', { count: layout.vehicleCount })}`}`}
      tools={
        <div className={css.tools}>
          {layout && (
            <>
              <Button variant="default" onClick={() => void go({ to: '/layouts/new', search: { copy: layout.id } })}>
                {t('layout.copyOf')}
              </Button>
              <Button variant="default" onClick={() => void ask(LayoutFileDocument, { ids: [layout.id] }).then((answer) => answer.data && download(answer.data.layoutFile, `${layout.code}.json`))}>
                {t('layout.export')}
              </Button>
              <Button
                variant="default"
                loading={archiving.fetching}
                onClick={() => void archive({ input: { id: layout.id, version: layout.version, archived: !layout.archivedAt } }).then((sent) => told(sent.data?.archiveLayout, t(layout.archivedAt ? 'layout.isBack' : 'layout.isArchived')))}
              >
                {t(layout.archivedAt ? 'layout.restore' : 'layout.archive')}
              </Button>
            </>
          )}
          <Button loading={saving.fetching} onClick={() => void send()}>
            {t('staff.save')}
          </Button>
        </div>
      }
    >
      <div ref={top} className={css.said}>
        {said && <Notice live tone="ok" title={said} />}
        {draft && changed && (
          <Notice
            tone="info"
            title={t(draft.version === saved.version ? 'layout.draft' : 'layout.oldDraft')}
            action={
              <Button variant="default" onClick={discard}>
                {t('layout.discard')}
              </Button>
            }
          />
        )}
        {outcome?.__typename === 'ChangedMeanwhile' && <Notice live tone="error" title={outcome.message} />}
        {outcome?.__typename === 'InvalidInput' && (
          <Notice live tone="error" title={outcome.message}>
            <ul className={css.list}>
              {elsewhere.map((field) => (
                <li key={field.path}>{field.message}</li>
              ))}
            </ul>
          </Notice>
        )}
        {(saving.error ?? archiving.error) && <ProblemNotice error={(saving.error ?? archiving.error)!} />}
      </div>
      <div className={css.board}>
        <div className={css.side}>
          <Drawing state={state} dispatch={dispatch} issues={issues} focus={focus} />
          <Preview plan={state.plan} name={name} />
        </div>
        <div className={css.side}>
          <Checks
            issues={issues}
            onGo={({ sheet, spot }) => {
              if (sheet !== undefined) dispatch({ type: 'sheet', index: sheet });
              if (spot) dispatch({ type: 'go', to: spot });
              setFocus((was) => was + 1);
            }}
          />
          <SeatPanel state={state} dispatch={dispatch} />
          <NumberingPanel state={state} dispatch={dispatch} />
          <FactsForm facts={facts} fixedCode={!isNew} wrong={wrong} onChange={setFacts} />
        </div>
      </div>
      {layout && (
        <div className={page.columns}>
          <Versions layout={layout} onOpen={(plan) => dispatch({ type: 'replace', plan })} />
          <History subjectKind="layout" subjectId={layout.id} changes={layout.version} />
        </div>
      )}
    </Page>
  );
}

function Preview({ plan, name }: { plan: Plan; name: string }) {
  const { t } = useTranslation();
  const units = unitsOf(plan);
  const states = new Map<string, SeatStatus>(units.flatMap((unit) => unit.decks.flatMap((deck) => deck.cells.flatMap((cell): [string, SeatStatus][] => (cell.seat ? [[cell.seat.label, 'FREE']] : [])))));
  return (
    <section className={`${page.card} ${css.preview}`} aria-labelledby="preview">
      <h2 id="preview">{t('layout.preview')}</h2>
      <SeatMap name={name} units={units} states={states} />
    </section>
  );
}
