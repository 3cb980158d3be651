/** ISO 3166-1 alpha-2 codes of citizenships. Neighbours and frequent guests come first. */
const FREQUENT = ['KG', 'KZ', 'UZ', 'TJ', 'RU', 'CN', 'TR', 'DE', 'US', 'KR', 'IN', 'PK'];
const ALL =
  'AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW'.split(' ');

/** As the country calls itself in Russian; browsers still say «Киргизия». */
const RUSSIAN: Record<string, string> = { KG: 'Кыргызстан' };

/** Browsers have no Kyrgyz names; these are written otherwise than in Russian. */
const KYRGYZ: Record<string, string> = {
  KG: 'Кыргызстан', KZ: 'Казакстан', UZ: 'Өзбекстан', TJ: 'Тажикстан', TM: 'Түркмөнстан', RU: 'Россия', CN: 'Кытай', TR: 'Түркия',
  DE: 'Германия', US: 'АКШ', KR: 'Түштүк Корея', IN: 'Индия', PK: 'Пакистан', AF: 'Ооганстан', MN: 'Монголия', JP: 'Жапония',
  FR: 'Франция', GB: 'Улуу Британия', IT: 'Италия', ES: 'Испания', PL: 'Польша', UA: 'Украина', BY: 'Беларусь', AZ: 'Азербайжан',
  GE: 'Грузия', AM: 'Армения', IR: 'Иран', AE: 'БАЭ', SA: 'Сауд Арабиясы', EG: 'Египет', IL: 'Израиль', CA: 'Канада', AU: 'Австралия',
};

export interface Country {
  value: string;
  label: string;
}

export function countries(language: string): Country[] {
  const names = new Intl.DisplayNames([language === 'en' ? 'en' : 'ru'], { type: 'region' });
  const own = language === 'ky' ? KYRGYZ : language === 'en' ? {} : RUSSIAN;
  const name = (code: string) => own[code] ?? names.of(code) ?? code;
  const rest = ALL.filter((code) => !FREQUENT.includes(code)).map((code) => ({ value: code, label: name(code) }));
  return [...FREQUENT.map((code) => ({ value: code, label: name(code) })), ...rest.sort((a, b) => a.label.localeCompare(b.label, 'ru'))];
}
