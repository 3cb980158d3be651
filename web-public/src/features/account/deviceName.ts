/** Marks in what browsers call themselves; the first that is found counts, since most name their ancestors too. */
const BROWSERS: [RegExp, string][] = [
  [/YaBrowser\//, 'Yandex Browser'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrom(e|ium)\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad|iPod/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

/** «Chrome, Android» of a browser's own long name; null where nothing in it is known. */
export function deviceName(userAgent: string | null | undefined): string | null {
  const known = [BROWSERS, SYSTEMS].flatMap((marks) => marks.find(([mark]) => mark.test(userAgent ?? ''))?.[1] ?? []);
  return known.length > 0 ? known.join(', ') : null;
}
