import { cellsOf, key, type KindRules, type Plan, type Spot } from './plan';

export type IssueCode = 'NO_PLACES' | 'NO_ENTRY' | 'NO_NUMBER' | 'NUMBER_TWICE' | 'NO_WAY';

export interface Issue {
  code: IssueCode;
  /** Index of the sheet, and where on it; none: of the whole plan. */
  sheet?: number;
  spot?: Spot;
  number?: string;
}

/** What keeps a plan from being used, as its author is told while drawing; the server looks at the same. */
export function check(plan: Plan, rules: KindRules): Issue[] {
  const issues: Issue[] = [];
  const all = plan.sheets.flatMap((sheet, index) => cellsOf(sheet).map((one) => ({ ...one, sheet: index })));
  const places = all.filter(({ cell }) => rules[cell.kind]?.place);
  const counts = new Map<string, number>();
  for (const { cell } of places) counts.set(cell.number?.trim() ?? '', (counts.get(cell.number?.trim() ?? '') ?? 0) + 1);
  for (const { cell, sheet, row, col } of places) {
    const number = cell.number?.trim() ?? '';
    if (!number) issues.push({ code: 'NO_NUMBER', sheet, spot: { row, col } });
    else if (counts.get(number)! > 1) issues.push({ code: 'NUMBER_TWICE', sheet, spot: { row, col }, number });
  }
  if (places.length === 0) issues.push({ code: 'NO_PLACES' });
  else if (!all.some(({ cell }) => rules[cell.kind]?.entry)) issues.push({ code: 'NO_ENTRY' });
  else {
    const reached = reach(plan, rules);
    for (const { cell, sheet, row, col } of places) {
      if (!reached.has(`${sheet}/${key(row, col)}`)) issues.push({ code: 'NO_WAY', sheet, spot: { row, col }, number: cell.number });
    }
  }
  return issues;
}

/** Where one gets to from the entries: over floor, links between sheets, and along a row of places but not across one. */
function reach(plan: Plan, rules: KindRules): Set<string> {
  const rule = (sheet: number, { row, col }: Spot) => {
    const kind = plan.sheets[sheet]?.cells[key(row, col)]?.kind;
    return kind === undefined ? { floor: true } : (rules[kind] ?? {});
  };
  const reached = new Set<string>();
  const next: { sheet: number; spot: Spot }[] = [];
  const visit = (sheet: number, spot: Spot) => {
    const name = `${sheet}/${key(spot.row, spot.col)}`;
    if (reached.has(name)) return;
    reached.add(name);
    next.push({ sheet, spot });
  };
  plan.sheets.forEach((one, sheet) => cellsOf(one).forEach(({ cell, row, col }) => rules[cell.kind]?.entry && visit(sheet, { row, col })));
  for (let at = next.shift(); at; at = next.shift()) {
    const { sheet, spot } = at;
    const from = rule(sheet, spot);
    const { rows, cols } = plan.sheets[sheet]!;
    const along = [-1, 1].map((step) => ({ row: spot.row, col: spot.col + step }));
    const across = from.floor ? [-1, 1].map((step) => ({ row: spot.row + step, col: spot.col })) : [];
    for (const to of [...along, ...across]) {
      if (to.row < 1 || to.row > rows || to.col < 1 || to.col > cols) continue;
      const there = rule(sheet, to);
      if (there.place || (there.floor && from.floor)) visit(sheet, to);
    }
    if (!from.link) continue;
    for (const other of [sheet - 1, sheet + 1]) {
      for (const { cell, row, col } of plan.sheets[other] ? cellsOf(plan.sheets[other]) : []) if (rules[cell.kind]?.link) visit(other, { row, col });
    }
  }
  return reached;
}
