/** Invented institutions for a training register whose country comes without a delivered list. */
import { entry, type ReferenceEntry } from '../dictionary/reference-lists/reference-entry.ts';

type Body = readonly [
  code: string,
  type: string,
  sq: string,
  bs: string,
  mk: string,
  bg: string,
  ro: string,
  en: string,
];

const bodies = [
  ['police', 'Policia', 'Policija', 'Полиција', 'Полиция', 'Poliția', 'Police'],
  [
    'border_police',
    'Policia kufitare',
    'Granična policija',
    'Гранична полиција',
    'Гранична полиция',
    'Poliția de frontieră',
    'Border police',
  ],
  ['prosecutor', 'Prokuroria', 'Tužilaštvo', 'Јавно обвинителство', 'Прокуратура', 'Parchetul', "Prosecutor's office"],
  [
    'social_work_centre',
    'Qendra për punë sociale',
    'Centar za socijalni rad',
    'Центар за социјална работа',
    'Център за социална работа',
    'Centrul de asistență socială',
    'Centre for social work',
  ],
  [
    'ngo',
    'Organizata joqeveritare',
    'Nevladina organizacija',
    'Невладина организација',
    'Неправителствена организация',
    'Organizația neguvernamentală',
    'Non-governmental organisation',
  ],
  [
    'health',
    'Qendra shëndetësore',
    'Zdravstveni centar',
    'Здравствен центар',
    'Здравен център',
    'Centrul de sănătate',
    'Health centre',
  ],
] as const;

const courts: readonly Body[] = [
  [
    'court',
    'court',
    'Gjykata e shkallës së parë',
    'Prvostepeni sud',
    'Првостепен суд',
    'Първоинстанционен съд',
    'Instanța de fond',
    'Court of first instance',
  ],
  [
    'court_appeals',
    'court',
    'Gjykata e apelit',
    'Apelacioni sud',
    'Апелационен суд',
    'Апелативен съд',
    'Curtea de apel',
    'Court of appeal',
  ],
];

/** One institution of each kind that takes part, named after it and numbered like none that exists. */
export const standInInstitutions = (country: string): readonly ReferenceEntry[] =>
  numbered(
    bodies.map(([type, ...names]): Body => [type, type, ...names]),
    country,
  );

/** The same, and the courts that criminal cases come before. */
export const standInInstitutionsOfJustice = (country: string): readonly ReferenceEntry[] => [
  ...standInInstitutions(country),
  ...numbered(courts, country),
];

const numbered = (of: readonly Body[], country: string): readonly ReferenceEntry[] =>
  of.map(([code, type, sq, bs, mk, bg, ro, en]) =>
    entry(
      `training_${code}`,
      { sq: `${sq} 0`, bs: `${bs} 0`, mk: `${mk} 0`, bg: `${bg} 0`, ro: `${ro} 0`, en: `${en} 0` },
      { type, country },
    ),
  );
