/**
 * Invented names. First names are common ones; surnames are made from the words for example, exercise and training, so
 * that nobody can be meant and everybody sees that the record is not real.
 */
import type { Random } from './random.ts';

export interface NameList {
  readonly female: readonly string[];
  readonly male: readonly string[];
  readonly surnames: readonly string[];
  /** Surnames of women where they differ. */
  readonly surnamesOfWomen?: readonly string[];
}

const albanian: NameList = {
  female: ['Arta', 'Besa', 'Drita', 'Elira', 'Fjolla', 'Hana', 'Liridona', 'Mimoza', 'Teuta', 'Vlora', 'Zana'],
  male: ['Agron', 'Besnik', 'Driton', 'Fatos', 'Ilir', 'Kushtrim', 'Liridon', 'Naim', 'Shpend', 'Valon'],
  surnames: ['Shembulli', 'Provaj', 'Ushtrimi', 'Mësimaj', 'Trajnimi', 'Shpikaj', 'Modelaj', 'Ëndrraj'],
};
const serbian: NameList = {
  female: ['Ana', 'Dragana', 'Jelena', 'Ljiljana', 'Milica', 'Snežana', 'Vesna', 'Đurđa'],
  male: ['Bojan', 'Dušan', 'Goran', 'Marko', 'Nenad', 'Slaviša', 'Željko'],
  surnames: ['Primerić', 'Vežbović', 'Ogledić', 'Izmišljenović', 'Probić', 'Zamišljić'],
};
const roma: NameList = {
  female: ['Elvira', 'Nazmije', 'Sabina', 'Esma', 'Zumreta', 'Suada'],
  male: ['Bajram', 'Ferki', 'Jašar', 'Ramiz', 'Sejdi', 'Šaban'],
  surnames: ['Shembullović', 'Primerovi', 'Probaj', 'Ushtriqi', 'Vežbalović'],
};
const macedonian: NameList = {
  female: ['Билјана', 'Елена', 'Јасмина', 'Љубица', 'Наташа', 'Ѓурѓа'],
  male: ['Александар', 'Горан', 'Зоран', 'Ќирил', 'Стојан'],
  surnames: ['Примеровски', 'Вежбовски', 'Измислевски', 'Пробовски'],
  surnamesOfWomen: ['Примеровска', 'Вежбовска', 'Измислевска', 'Пробовска'],
};
const bulgarian: NameList = {
  female: ['Божана', 'Десислава', 'Иванка', 'Мария', 'Цветелина'],
  male: ['Борислав', 'Георги', 'Димитър', 'Йордан', 'Христо'],
  surnames: ['Примеров', 'Упражнев', 'Измислен', 'Обучителев'],
  surnamesOfWomen: ['Примерова', 'Упражнева', 'Измислена', 'Обучителева'],
};
const romanian: NameList = {
  female: ['Ana-Maria', 'Ileana', 'Mihaela', 'Ștefania', 'Viorica'],
  male: ['Andrei', 'Ionuț', 'Mihai', 'Răzvan', 'Ștefan'],
  surnames: ['Exemplescu', 'Probescu', 'Închipuitu', 'Exercițeanu', 'Modeleanu'],
};
const others: NameList = {
  female: ['Amina', 'Grace', 'Maya', 'Olena', 'Rosa'],
  male: ['Arif', 'Daniel', 'Ivan', 'Joseph', 'Rajan'],
  surnames: ['Example', 'Sample', 'Specimen', 'Training'],
};

const byCountry: Readonly<Record<string, NameList>> = {
  ALB: albanian,
  SRB: serbian,
  MNE: serbian,
  BIH: serbian,
  HRV: serbian,
  MKD: macedonian,
  BGR: bulgarian,
  ROU: romanian,
  MDA: romanian,
};

const byCommunity: readonly (readonly [RegExp, NameList])[] = [
  [/^(serb|bosn|croat|goran|monten)/, serbian],
  [/^(rom|ashk|egyp)/, roma],
  [/^(mac|maq)/, macedonian],
];

/** Names that fit a community where one is stated, else a citizenship; nationals of Kosovo without one are Albanian. */
function nameListFor(citizenship: string, community: string | undefined): NameList {
  const named = community === undefined ? undefined : byCommunity.find(([pattern]) => pattern.test(community))?.[1];
  return named ?? byCountry[citizenship] ?? (citizenship === 'XKX' ? albanian : others);
}

/** The sign of a company after its name, by the country in which it is registered. */
const companySigns: Readonly<Record<string, string>> = {
  XKX: 'sh.p.k.',
  ALB: 'sh.p.k.',
  SRB: 'd.o.o.',
  MNE: 'd.o.o.',
  BIH: 'd.o.o.',
  HRV: 'd.o.o.',
  MKD: 'ДООЕЛ',
  BGR: 'ЕООД',
  ROU: 'SRL',
  MDA: 'SRL',
};
const trades = ['Trans', 'Agro', 'Hotel', 'Night', 'Job', 'Travel'];

/** First name and surname of a person. */
export function inventName(
  random: Random,
  { citizenship, community, isFemale }: { citizenship: string; community: string | undefined; isFemale: boolean },
): { readonly first: string; readonly last: string } {
  const names = nameListFor(citizenship, community);
  const surnames = (isFemale ? names.surnamesOfWomen : undefined) ?? names.surnames;
  return { first: random.pick(isFemale ? names.female : names.male), last: random.pick(surnames) };
}

/** Name of a company, after an invented owner. */
export function inventCompanyName(random: Random, country: string): string {
  const owner = random.pick(nameListFor(country, undefined).surnames);
  return `${owner} ${random.pick(trades)} ${companySigns[country] ?? 'Ltd.'}`;
}

export const streets = ['Rruga e Shembullit', 'Ulica Primera', 'Улица Пример', 'Strada Exemplu', 'Example Street'];
