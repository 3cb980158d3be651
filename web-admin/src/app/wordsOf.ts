/** What a refusal says to people: at its field where there is one. */
export function wordsOf(answer: object | undefined): string {
  const { fields, message } = (answer ?? {}) as { message?: string; fields?: { message: string }[] };
  return fields?.[0]?.message ?? message ?? '';
}
