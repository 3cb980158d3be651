/** What a refusal says to people: at its field where there is one. */
export function wordsOf(answer: { message?: string; fields?: { message: string }[] } | object | undefined): string | null {
  if (!answer) return null;
  const { fields, message } = answer as { message?: string; fields?: { message: string }[] };
  return fields?.[0]?.message ?? message ?? null;
}
