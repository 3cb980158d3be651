/** What the machine-readable zone of a passport or an identity card says (ICAO Doc 9303, parts 4 and 5). */
export interface Scanned {
  lastName: string;
  firstName: string;
  number: string;
  /** YYYY-MM-DD. */
  birthDate: string;
  /** ISO 3166-1 alpha-3. */
  citizenship: string;
  passport: boolean;
}

const WEIGHTS = [7, 3, 1];
const valueOf = (sign: string): number => (sign === '<' ? 0 : /\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - 55);

/** The check digit over a part: weights 7, 3, 1, modulo 10. */
const isRight = (part: string, digit: string | undefined): boolean => [...part].reduce((sum, sign, at) => sum + valueOf(sign) * WEIGHTS[at % 3]!, 0) % 10 === Number(digit === '<' ? 0 : digit);

const capital = (name: string): string => name.replaceAll(/[A-Z]+/g, (word) => word[0]! + word.slice(1).toLowerCase());

function namesOf(field: string): { lastName: string; firstName: string } {
  const [last = '', first = ''] = field.split('<<');
  const words = (part: string) => capital(part.replaceAll('<', ' ').trim());
  return { lastName: words(last), firstName: words(first) };
}

/** Nobody who travels was born later than today: two digits name the latest such year. */
function dayOf(six: string, today: string): string {
  const [year, rest] = [six.slice(0, 2), `${six.slice(2, 4)}-${six.slice(4, 6)}`];
  const thisCentury = `${today.slice(0, 2)}${year}-${rest}`;
  return thisCentury <= today ? thisCentury : `${Number(today.slice(0, 2)) - 1}${year}-${rest}`;
}

/** Reads two lines of 44 signs or three of 30, in whatever way a scanner has typed them; null where a check digit is wrong. */
export function readMrz(text: string, today: string): Scanned | null {
  const signs = text.toUpperCase().replaceAll(/[^A-Z0-9<]/g, '');
  if (signs.length === 88) {
    const [upper, lower] = [signs.slice(0, 44), signs.slice(44)];
    const [number, born] = [lower.slice(0, 9), lower.slice(13, 19)];
    if (upper[0] !== 'P' || !isRight(number, lower[9]) || !isRight(born, lower[19])) return null;
    return { ...namesOf(upper.slice(5)), number: number.replaceAll('<', ''), birthDate: dayOf(born, today), citizenship: lower.slice(10, 13).replaceAll('<', ''), passport: true };
  }
  if (signs.length === 90) {
    const [upper, middle, lower] = [signs.slice(0, 30), signs.slice(30, 60), signs.slice(60)];
    const [number, born] = [upper.slice(5, 14), middle.slice(0, 6)];
    if (!/^[IAC]/.test(upper) || !isRight(number, upper[14]) || !isRight(born, middle[6])) return null;
    return { ...namesOf(lower), number: number.replaceAll('<', ''), birthDate: dayOf(born, today), citizenship: middle.slice(15, 18).replaceAll('<', ''), passport: false };
  }
  return null;
}

/** The first lines of such a zone, of which there are more to come. */
export function isPartOfMrz(text: string): boolean {
  const signs = text.toUpperCase().replaceAll(/[^A-Z0-9<]/g, '');
  const of = (line: number, lines: number) => signs.length > 0 && signs.length % line === 0 && signs.length < line * lines;
  return /^P.*</.test(signs) ? of(44, 2) : /^[IAC].*</.test(signs) && of(30, 3);
}
