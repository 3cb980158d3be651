/** What the server says where there is no file. */
export interface Refused {
  code: string;
  limit?: number;
}

/** The file's name in `attachment; filename="orders-2026-12-01.xlsx"`. */
export const nameIn = (disposition: string | null): string | undefined => /filename="([^"/\\]+)"/.exec(disposition ?? '')?.[1];
