/**
 * A sample of articles of criminal law for Kosovo*, to be checked by a lawyer before use: trafficking and near offences
 * of the Criminal Code No. 06/L-074 (in force since 14 April 2019) and of the Code No. 04/L-082 before it (in force from
 * 1 January 2013). A range stands only where it is well known (trafficking, paragraph 1: fine and 5 to 12 years); it is
 * empty where it differs by paragraph or was not checked.
 */
import type { Language } from '../../languages.ts';
import { entry, type ReferenceEntry } from './reference-entry.ts';

type Words = Readonly<Record<Language, string>>;

const article: Words = { sq: 'Neni', bs: 'Član', mk: 'Член', bg: 'Член', ro: 'Articolul', en: 'Article' };
const code: Words = { sq: 'KPRK', bs: 'KZRK', mk: 'КЗ', bg: 'НК', ro: 'CP', en: 'CC' };

const aboutChild: Words = {
  sq: 'ndaj fëmijës',
  bs: 'prema djetetu',
  mk: 'спрема дете',
  bg: 'спрямо дете',
  ro: 'asupra unui copil',
  en: 'against a child',
};
const inGroup: Words = {
  sq: 'nga grup i organizuar',
  bs: 'od organizirane grupe',
  mk: 'од организирана група',
  bg: 'от организирана група',
  ro: 'de un grup organizat',
  en: 'by an organised group',
};
const byOfficial: Words = {
  sq: 'nga personi zyrtar',
  bs: 'od službenog lica',
  mk: 'од службено лице',
  bg: 'от длъжностно лице',
  ro: 'de un funcționar public',
  en: 'by an official',
};

const trafficking: Words = {
  sq: 'Trafikimi me njerëz',
  bs: 'Trgovina ljudima',
  mk: 'Трговија со луѓе',
  bg: 'Трафик на хора',
  ro: 'Traficul de persoane',
  en: 'Trafficking in persons',
};
const slavery: Words = {
  sq: 'Skllavëria, kushtet e ngjashme me skllavërinë dhe puna e detyruar',
  bs: 'Ropstvo, uslovi slični ropstvu i prinudni rad',
  mk: 'Ропство, услови слични на ропство и присилна работа',
  bg: 'Робство, подобни на робство условия и принудителен труд',
  ro: 'Sclavia, condițiile similare sclaviei și munca forțată',
  en: 'Slavery, slavery-like conditions and forced labour',
};
const smuggling: Words = {
  sq: 'Kontrabandimi me migrantë',
  bs: 'Krijumčarenje migranata',
  mk: 'Криумчарење мигранти',
  bg: 'Контрабанда на мигранти',
  ro: 'Traficul de migranți',
  en: 'Smuggling of migrants',
};
const documents: Words = {
  sq: 'Mbajtja e letrave të identitetit të viktimave të skllavërisë ose të trafikimit',
  bs: 'Zadržavanje ličnih isprava žrtava ropstva ili trgovine ljudima',
  mk: 'Задржување исправи за идентитет на жртви на ропство или трговија со луѓе',
  bg: 'Задържане на документи за самоличност на жертви на робство или трафик',
  ro: 'Reținerea actelor de identitate ale victimelor sclaviei sau traficului',
  en: 'Withholding identity papers of victims of slavery or trafficking',
};
const services: Words = {
  sq: 'Shërbimet seksuale të ofruara nga viktima e trafikimit',
  bs: 'Seksualne usluge žrtve trgovine ljudima',
  mk: 'Сексуални услуги од жртва на трговија со луѓе',
  bg: 'Сексуални услуги от жертва на трафик',
  ro: 'Servicii sexuale ale unei victime a traficului',
  en: 'Sexual services of a victim of trafficking',
};
const prostitution: Words = {
  sq: 'Mundësimi ose detyrimi në prostitucion',
  bs: 'Omogućavanje ili prisiljavanje na prostituciju',
  mk: 'Овозможување или присилување на проституција',
  bg: 'Подпомагане или принуждаване към проституция',
  ro: 'Înlesnirea prostituției sau constrângerea la prostituție',
  en: 'Facilitating or compelling prostitution',
};
const organisedCrime: Words = {
  sq: 'Pjesëmarrja në grupin kriminal të organizuar ose organizimi i tij',
  bs: 'Učestvovanje u organizovanoj kriminalnoj grupi ili njeno organizovanje',
  mk: 'Учество во организирана криминална група или нејзино организирање',
  bg: 'Участие в организирана престъпна група или нейното организиране',
  ro: 'Participarea la un grup infracțional organizat sau organizarea lui',
  en: 'Participation in or organisation of an organised criminal group',
};
const laundering: Words = {
  sq: 'Pastrimi i parave',
  bs: 'Pranje novca',
  mk: 'Перење пари',
  bg: 'Изпиране на пари',
  ro: 'Spălarea banilor',
  en: 'Money laundering',
};

interface Provision {
  /** Code of OFFTYPE. */
  readonly offence: string;
  readonly title: Words;
  /** What it is about within an article that several offences stand in. */
  readonly part?: Words;
  readonly paragraph?: string;
  /** Number of the article in the code of 2012 and in that of 2019. */
  readonly numbers: readonly [old: number, current: number];
  readonly months?: readonly [least: number, most: number];
}

const provisions: readonly Provision[] = [
  { offence: 'trafficking_base', title: trafficking, paragraph: '1', numbers: [171, 165], months: [60, 144] },
  { offence: 'trafficking_of_child', title: trafficking, part: aboutChild, numbers: [171, 165] },
  { offence: 'trafficking_organised_group', title: trafficking, part: inGroup, numbers: [171, 165] },
  { offence: 'trafficking_by_official', title: trafficking, part: byOfficial, numbers: [171, 165] },
  { offence: 'slavery_servitude_forced_labour', title: slavery, numbers: [169, 163] },
  { offence: 'smuggling_of_migrants', title: smuggling, numbers: [170, 164] },
  { offence: 'withholding_documents', title: documents, numbers: [172, 166] },
  { offence: 'use_of_services_of_victim', title: services, numbers: [231, 228] },
  { offence: 'facilitating_prostitution', title: prostitution, numbers: [241, 234] },
  { offence: 'organised_crime_participation', title: organisedCrime, numbers: [283, 277] },
  { offence: 'money_laundering', title: laundering, numbers: [308, 302] },
];

interface Law {
  readonly prefix: string;
  readonly sign: string;
  readonly activeFrom: string;
  readonly activeTo: string | null;
  readonly at: 0 | 1;
}

const formerLaw: Law = { prefix: 'cc2012', sign: '04/L-082', activeFrom: '2013-01-01', activeTo: '2019-04-13', at: 0 };
const currentLaw: Law = { prefix: 'cc2019', sign: '06/L-074', activeFrom: '2019-04-14', activeTo: null, at: 1 };

const within: Readonly<Record<string, string>> = {
  trafficking_of_child: '_child',
  trafficking_organised_group: '_group',
  trafficking_by_official: '_official',
};

const codeOf = (law: Law, { numbers, offence }: Provision): string =>
  `${law.prefix}_${numbers[law.at]}${within[offence] ?? ''}`;

function nameOf(language: Language, law: Law, { title, part, paragraph, numbers }: Provision): string {
  const place = `${article[language]} ${numbers[law.at]}${paragraph === undefined ? '' : ` (${paragraph})`}`;
  const about = part === undefined ? title[language] : `${title[language]}, ${part[language]}`;
  return `${place} ${about} – ${code[language]} ${law.sign}`;
}

const entryOf = (law: Law, provision: Provision): ReferenceEntry => {
  const [leastMonths = null, mostMonths = null] = provision.months ?? [];
  const name = (language: Language) => nameOf(language, law, provision);
  const names = { sq: name('sq'), bs: name('bs'), en: name('en'), mk: name('mk'), bg: name('bg'), ro: name('ro') };
  const { activeFrom, activeTo } = law;
  const successor = activeTo === null ? null : codeOf(currentLaw, provision);
  const facts = { type: provision.offence, leastMonths, mostMonths, activeFrom, activeTo, successor };
  return entry(codeOf(law, provision), names, facts);
};

/** Entries of the list ARTICLE: those in force first, so that they have the low numbers. */
export const kosovoArticles: readonly ReferenceEntry[] = [currentLaw, formerLaw].flatMap((law) =>
  provisions.map((provision) => entryOf(law, provision)),
);
