/**
 * Delivered for Kosovo*: the 38 municipalities and the communities.
 * Municipalities: Law No. 03/L-041 on administrative municipal boundaries, with North Mitrovica (2013); names in Albanian
 * and in Serbian (Latin script). Codes are ours: the numbers of the statistics agency could not be checked offline.
 * Communities: Constitution, article 64, and Law No. 03/L-047 on the rights of communities, article 1.4.
 */
import { languages } from '../../languages.ts';
import { entry, type ReferenceEntry } from './reference-entry.ts';

const municipalities: readonly (readonly [code: string, sq: string, bs: string, en: string])[] = [
  ['decan', 'Deçan', 'Dečani', 'Deçan'],
  ['dragash', 'Dragash', 'Dragaš', 'Dragash'],
  ['drenas', 'Drenas', 'Glogovac', 'Drenas'],
  ['ferizaj', 'Ferizaj', 'Uroševac', 'Ferizaj'],
  ['fushe_kosove', 'Fushë Kosovë', 'Kosovo Polje', 'Fushë Kosovë'],
  ['gjakove', 'Gjakovë', 'Đakovica', 'Gjakova'],
  ['gjilan', 'Gjilan', 'Gnjilane', 'Gjilan'],
  ['gracanice', 'Graçanicë', 'Gračanica', 'Graçanica'],
  ['hani_i_elezit', 'Hani i Elezit', 'Elez Han', 'Hani i Elezit'],
  ['istog', 'Istog', 'Istok', 'Istog'],
  ['junik', 'Junik', 'Junik', 'Junik'],
  ['kacanik', 'Kaçanik', 'Kačanik', 'Kaçanik'],
  ['kamenice', 'Kamenicë', 'Kosovska Kamenica', 'Kamenica'],
  ['kline', 'Klinë', 'Klina', 'Klina'],
  ['kllokot', 'Kllokot', 'Klokot', 'Kllokot'],
  ['leposaviq', 'Leposaviq', 'Leposavić', 'Leposaviq'],
  ['lipjan', 'Lipjan', 'Lipljan', 'Lipjan'],
  ['malisheve', 'Malishevë', 'Mališevo', 'Malisheva'],
  ['mamushe', 'Mamushë', 'Mamuša', 'Mamusha'],
  ['mitrovice_jugore', 'Mitrovicë e Jugut', 'Južna Mitrovica', 'South Mitrovica'],
  ['mitrovice_veriore', 'Mitrovicë e Veriut', 'Severna Mitrovica', 'North Mitrovica'],
  ['novoberde', 'Novobërdë', 'Novo Brdo', 'Novobërda'],
  ['obiliq', 'Obiliq', 'Obilić', 'Obiliq'],
  ['partesh', 'Partesh', 'Parteš', 'Partesh'],
  ['peje', 'Pejë', 'Peć', 'Peja'],
  ['podujeve', 'Podujevë', 'Podujevo', 'Podujeva'],
  ['prishtine', 'Prishtinë', 'Priština', 'Prishtina'],
  ['prizren', 'Prizren', 'Prizren', 'Prizren'],
  ['rahovec', 'Rahovec', 'Orahovac', 'Rahovec'],
  ['ranillug', 'Ranillug', 'Ranilug', 'Ranillug'],
  ['shterpce', 'Shtërpcë', 'Štrpce', 'Shtërpca'],
  ['shtime', 'Shtime', 'Štimlje', 'Shtime'],
  ['skenderaj', 'Skenderaj', 'Srbica', 'Skenderaj'],
  ['suhareke', 'Suharekë', 'Suva Reka', 'Suhareka'],
  ['viti', 'Viti', 'Vitina', 'Viti'],
  ['vushtrri', 'Vushtrri', 'Vučitrn', 'Vushtrri'],
  ['zubin_potok', 'Zubin Potok', 'Zubin Potok', 'Zubin Potok'],
  ['zvecan', 'Zveçan', 'Zvečan', 'Zveçan'],
];

const communities: readonly (readonly [code: string, ...names: string[]])[] = [
  ['albanian', 'Shqiptar', 'Albanska', 'Албанска', 'Албанска', 'Albaneză', 'Albanian'],
  ['serb', 'Serb', 'Srpska', 'Српска', 'Сръбска', 'Sârbă', 'Serb'],
  ['bosniak', 'Boshnjak', 'Bošnjačka', 'Бошњачка', 'Бошняшка', 'Bosniacă', 'Bosniak'],
  ['turkish', 'Turk', 'Turska', 'Турска', 'Турска', 'Turcă', 'Turkish'],
  ['roma', 'Rom', 'Romska', 'Ромска', 'Ромска', 'Romă', 'Roma'],
  ['ashkali', 'Ashkali', 'Aškalijska', 'Ашкалиска', 'Ашкалийска', 'Ashkali', 'Ashkali'],
  ['egyptian', 'Egjiptian', 'Egipćanska', 'Египќанска', 'Египтянска', 'Egipteană', 'Egyptian'],
  ['gorani', 'Goran', 'Goranska', 'Горанска', 'Горанска', 'Gorană', 'Gorani'],
  ['montenegrin', 'Malazez', 'Crnogorska', 'Црногорска', 'Черногорска', 'Muntenegreană', 'Montenegrin'],
  ['croat', 'Kroat', 'Hrvatska', 'Хрватска', 'Хърватска', 'Croată', 'Croat'],
  ['other', 'Tjetër', 'Ostalo', 'Друга', 'Друга', 'Alta', 'Other'],
];

const inKosovo = { country: 'XKX' };

/** Entries of the list MUNI. */
export const kosovoMunicipalities: readonly ReferenceEntry[] = municipalities.map(([code, sq, bs, en]) =>
  entry(code, { sq, bs, en }, inKosovo),
);

/** Entries of the list ETHN. */
export const kosovoCommunities: readonly ReferenceEntry[] = communities.map(([code, ...names]) =>
  entry(code, Object.fromEntries(languages.map((language, at) => [language, names[at] ?? ''])), inKosovo),
);
