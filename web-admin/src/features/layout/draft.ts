import type { Plan } from 'web-shared/plan-editor';

export interface Facts {
  code: string;
  nameRu: string;
  nameKy: string;
  nameEn: string;
  vehicleClass: string;
  standingPlaces: number;
  notes: string;
}

/** What is drawn and not saved yet: it survives a reload and a dead battery. */
export interface Draft {
  /** Of the layout that it began with. */
  version: number;
  facts: Facts;
  plan: Plan;
}

const name = (id: string) => `beket.layoutDraft.${id}`;

export function readDraft(id: string): Draft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(name(id)) ?? 'null') as Draft | null;
    return draft && Array.isArray(draft.plan.sheets) && draft.plan.sheets.length > 0 ? draft : null;
  } catch {
    return null;
  }
}

export function keepDraft(id: string, draft: Draft | null): void {
  try {
    if (draft) localStorage.setItem(name(id), JSON.stringify(draft));
    else localStorage.removeItem(name(id));
  } catch {
    // Without storage a draft lives as long as its page.
  }
}
