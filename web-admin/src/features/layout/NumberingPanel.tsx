import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PLAIN, selectedPlaces, type EditorAction, type EditorState, type NumberingRule } from 'web-shared/plan-editor';
import page from '../../app/Page.module.css';
import { NumberField } from '../../app/NumberField';
import css from './Layout.module.css';
import { RULES } from './plan';

/** Numbers for the selected seats, by a rule. */
export function NumberingPanel({ state, dispatch }: { state: EditorState; dispatch: (action: EditorAction) => void }) {
  const { t } = useTranslation();
  const [rule, setRule] = useState<NumberingRule>(PLAIN);
  const [skip, setSkip] = useState('');
  const count = selectedPlaces(state, RULES).length;
  const choose = <Key extends keyof NumberingRule>(label: string, name: Key, options: [NumberingRule[Key], string][]) => (
    <NativeSelect
      label={label}
      value={String(rule[name])}
      onChange={({ currentTarget: { value } }) => setRule({ ...rule, [name]: options.find(([option]) => String(option) === value)![0] })}
      data={options.map(([value, words]) => ({ value: String(value), label: words }))}
    />
  );
  return (
    <details className={page.card}>
      <summary className={css.summary}>{t('layout.numbering')}</summary>
      <div className={css.fields}>
        {choose(t('layout.style'), 'style', [['SEQUENCE', '1, 2, 3 …'], ['ROW_LETTER', '1A, 1B, 2A …']])}
        {choose(t('layout.along'), 'along', [['ROWS', t('layout.byRows')], ['COLS', t('layout.byCols')]])}
        {choose(t('layout.side'), 'fromLeft', [[true, t('layout.fromLeft')], [false, t('layout.fromRight')]])}
        {choose(t('layout.end'), 'fromFront', [[true, t('layout.fromFront')], [false, t('layout.fromBack')]])}
        <NumberField label={t('layout.start')} min={0} max={9999} value={rule.start} onChange={(start) => setRule({ ...rule, start: Number(start) || 0 })} />
        <NumberField label={t('layout.step')} min={1} max={99} value={rule.step} onChange={(step) => setRule({ ...rule, step: Number(step) || 1 })} />
        <TextInput label={t('layout.prefix')} maxLength={3} value={rule.prefix} onChange={({ currentTarget: { value } }) => setRule({ ...rule, prefix: value })} />
        <TextInput label={t('layout.suffix')} maxLength={3} value={rule.suffix} onChange={({ currentTarget: { value } }) => setRule({ ...rule, suffix: value })} />
        <TextInput className={css.wide} label={t('layout.skip')} description={t('layout.skipHint')} value={skip} onChange={({ currentTarget: { value } }) => setSkip(value)} />
      </div>
      <Button variant="light" disabled={count === 0} onClick={() => dispatch({ type: 'number', rule: { ...rule, skip: skip.split(/[\s,;]+/).filter(Boolean) } })}>
        {count === 0 ? t('layout.selectFirst') : t('layout.giveNumbers', { count })}
      </Button>
    </details>
  );
}
