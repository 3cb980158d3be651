/** Which lines by their class, and how far they go; together one alternative of a rule's scopes. */
export const CLASSES = ['all', 'bus', 'rail', 'minibus', 'coach', 'vip', 'doubledecker', 'suburban', 'intercity'] as const;
export const REACHES = ['', 'domestic', 'international'] as const;

export interface Scope {
  of: string;
  reach: string;
}

/** `coach+domestic` as two choices; `international` alone is all classes. */
export function read(scope: string): Scope {
  const tags = scope.split('+');
  const reach = tags.find((tag) => tag !== '' && (REACHES as readonly string[]).includes(tag)) ?? '';
  return { of: tags.find((tag) => tag !== reach) ?? 'all', reach };
}

/** The way back. */
export const write = ({ of, reach }: Scope): string => (reach === '' ? of : of === 'all' ? reach : `${of}+${reach}`);

/** `coach+domestic` in words. */
export const scopeWords = (scope: string, t: (key: string, fallback: string) => string): string =>
  scope
    .split('+')
    .map((tag) => t(`tariff.tag.${tag}`, tag))
    .join(', ');
