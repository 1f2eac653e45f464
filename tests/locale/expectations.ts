/** What dates, numbers, countries and order must look like, under Node and in the window alike. */

import type { Language } from '#shared/languages.ts';
import type { Formats } from '#shared/locale/formats.ts';

export interface Expectation {
  readonly promise: string;
  readonly language: Language;
  readonly actual: (formats: Formats) => unknown;
  readonly expected: unknown;
}

const dates: Readonly<Record<Language, readonly [string, string, string, string, string, string]>> = {
  // day, month of year, year, long date, days of a month, days of a year
  sq: ['14.3.2026', '3.2026', '2026', '14 mars 2026', '1–31 mars 2026', '1 janar – 31 dhjetor 2026'],
  bs: ['14. 3. 2026.', '3. 2026.', '2026.', '14. mart 2026.', '1–31. mart 2026.', '1. januar – 31. decembar 2026.'],
  mk: ['14.3.2026', '3.2026', '2026', '14 март 2026 г.', '1–31 март 2026 г.', '1 јануари – 31 декември 2026 г.'],
  bg: ['14.03.2026', '03.2026', '2026', '14 март 2026 г.', '1–31 март 2026 г.', '1 януари – 31 декември 2026 г.'],
  ro: ['14.03.2026', '03.2026', '2026', '14 martie 2026', '1–31 martie 2026', '1 ianuarie – 31 decembrie 2026'],
  en: ['14/03/2026', '03/2026', '2026', '14 March 2026', '1–31 March 2026', '1 January – 31 December 2026'],
};

const numbers: Readonly<Record<Language, readonly [string, string, string]>> = {
  sq: ['1\u00a0234\u00a0567,89', '-12', '51,3%'],
  bs: ['1.234.567,89', '-12', '51,3%'],
  mk: ['1.234.567,89', '-12', '51,3\u00a0%'],
  bg: ['1\u00a0234\u00a0567,89', '-12', '51,3%'],
  ro: ['1.234.567,89', '-12', '51,3\u00a0%'],
  en: ['1,234,567.89', '-12', '51.3%'],
};

const countries: Readonly<Record<Language, readonly string[]>> = {
  // XKX, MKD, DEU, STATELESS
  sq: ['Kosovë*', 'Maqedonia e Veriut', 'Gjermani', 'pa shtetësi'],
  bs: ['Kosovo*', 'Sjeverna Makedonija', 'Njemačka', 'bez državljanstva'],
  mk: ['Косово*', 'Северна Македонија', 'Германија', 'без државјанство'],
  bg: ['Косово*', 'Северна Македония', 'Германия', 'без гражданство'],
  ro: ['Kosovo*', 'Macedonia de Nord', 'Germania', 'apatrid'],
  en: ['Kosovo*', 'North Macedonia', 'Germany', 'stateless'],
};

/** Words in the order of a printed directory. */
const directories: Readonly<Record<Language, readonly string[]>> = {
  sq: [
    'Cakaj',
    'Çabej',
    'Dukagjini',
    'Dhimitri',
    'Emin',
    'Ëndrra',
    'Gusha',
    'Gjakova',
    'Lura',
    'Llapi',
    'Nura',
    'Njazi',
    'Rugova',
    'Rrusta',
    'Sula',
    'Shala',
    'Tola',
    'Thaçi',
    'Xoxa',
    'Xhafa',
    'Zeka',
    'Zhuri',
  ],
  bs: [
    'Cazin',
    'Čapljina',
    'Ćatići',
    'Dubrave',
    'Džepče',
    'Đurđevik',
    'Livno',
    'Ljubuški',
    'Nišići',
    'Njivice',
    'Sutjeska',
    'Šamac',
    'Zenica',
    'Žepče',
  ],
  mk: [
    'Берово',
    'Гостивар',
    'Дојран',
    'Ѓорче',
    'Женско',
    'Зајас',
    'Ѕвегор',
    'Илинден',
    'Јегуновце',
    'Липково',
    'Љубанци',
    'Нови',
    'Њујорк',
    'Тетово',
    'Ќојлија',
    'Умин',
    'Чашка',
    'Џепчиште',
    'Штип',
  ],
  bg: ['Бургас', 'Видин', 'Ихтиман', 'Йорданово', 'Цар', 'Черна', 'Шумен', 'Щъркелово', 'Ъгърчин', 'Юндола', 'Ямбол'],
  ro: [
    'Arad',
    'Ăndrei',
    'Ârdeal',
    'Bacău',
    'Iași',
    'Înalt',
    'Jibou',
    'Sibiu',
    'Șimleu',
    'Tulcea',
    'Țăndărei',
    'Urziceni',
  ],
  en: ['Albania', 'apple', 'Ärger', 'Bulgaria', 'Zagreb'],
};

const typed: readonly (readonly [Language, string, string | null])[] = [
  ['sq', '2019', '2019'],
  ['sq', '3.2019', '2019-03'],
  ['sq', '14.3.2019', '2019-03-14'],
  ['sq', '14 mars 2019', '2019-03-14'],
  ['sq', '2019-03', '2019-03'],
  ['sq', '14032019', '2019-03-14'],
  ['bs', '14. 3. 2019.', '2019-03-14'],
  ['mk', 'март 2019 г.', '2019-03'],
  ['en', '14/03/2019', '2019-03-14'],
  ['sq', '31.2.2019', null],
  ['sq', '13.2019', null],
  ['sq', '14.3.19', null],
  ['sq', 'dje', null],
  ['sq', '', null],
];

const sameName: readonly (readonly string[])[] = [
  ['Đorđević', 'Dordevic', 'Djordjevic', 'Ђорђевић', 'DJORDJEVIĆ'],
  ['Shpëtim', 'shpetim', 'Шпетим'],
  ['Ѓорѓи', 'Gjorgji'],
  ['Žarković', 'Zarkovic', 'Жарковић'],
  ['Xhafa', 'Džafa', 'Џафа'],
  ['Țepeș', 'Ţepeş', 'Tepes'],
];

const shuffled = (words: readonly string[]) =>
  [...words].sort((a, b) => ((a.length * 7) % 5) - ((b.length * 7) % 5) || (a < b ? 1 : -1));

/** The whole set for one language. */
export function expectationsOf(language: Language): Expectation[] {
  const [day, month, year, long, ofMonth, ofYear] = dates[language];
  const [large, negative, share] = numbers[language];
  return [
    { promise: 'day', language, actual: (f) => f.date('2026-03-14'), expected: day },
    { promise: 'month of a year', language, actual: (f) => f.date('2026-03'), expected: month },
    { promise: 'year', language, actual: (f) => f.date('2026'), expected: year },
    { promise: 'date in words', language, actual: (f) => f.longDate('2026-03-14'), expected: long },
    { promise: 'days of a month', language, actual: (f) => f.interval('2026-03'), expected: ofMonth },
    { promise: 'days of a year', language, actual: (f) => f.interval('2026'), expected: ofYear },
    { promise: 'leap day', language, actual: (f) => f.interval('2024-02').includes('29'), expected: true },
    { promise: 'large number', language, actual: (f) => f.number(1234567.891), expected: large },
    { promise: 'negative number', language, actual: (f) => f.number(-12), expected: negative },
    { promise: 'percent', language, actual: (f) => f.percent(51.3), expected: share },
    {
      promise: 'countries',
      language,
      actual: (f) => ['XKX', 'MKD', 'DEU', 'STATELESS'].map((code) => f.country(code)),
      expected: countries[language],
    },
    {
      promise: 'alphabet order',
      language,
      actual: (f) => shuffled(directories[language]).sort(f.compare),
      expected: directories[language],
    },
    ...typed
      .filter(([of]) => of === language)
      .map(
        ([, text, expected]): Expectation => ({
          promise: `typed date "${text}"`,
          language,
          actual: (f) => f.parsePartialDate(text),
          expected,
        }),
      ),
    ...sameName.map(
      (spellings): Expectation => ({
        promise: `one search key for ${spellings[0]}`,
        language,
        actual: (f) => [...new Set(spellings.map((spelling) => f.fold(spelling)))].length,
        expected: 1,
      }),
    ),
  ];
}
