/** K11, T17 to T23 and two parts of K12 recounted by plain loops, straight from the definitions; shares no code with the catalogue. */
import type { FieldValue } from '#shared/records/record.ts';
import { ageClass, counted, known, peopleOf, type Recount, type Registration } from '../naive-recount.ts';

const region = ['ALB', 'BIH', 'BGR', 'HRV', 'XKX', 'MKD', 'MDA', 'MNE', 'ROU', 'SRB'];
const union =
  'AUT BEL BGR CYP CZE DEU DNK ESP EST FIN FRA GRC HRV HUN IRL ITA LTU LUX LVA MLT NLD POL PRT ROU SVK SVN SWE';
const labour = ['forced_labour_or_services', 'domestic_servitude', 'slavery_or_similar_practices', 'servitude'];
const sections: Readonly<Record<string, string>> = {
  agriculture: 'A',
  fishing: 'A',
  forestry: 'A',
  mining: 'B',
  manufacturing: 'C',
  construction: 'F',
  street_selling: 'G',
  transport: 'H',
  bar_club_entertainment: 'I',
  hospitality: 'I',
  pornography: 'J',
  online_live_sexual_abuse: 'J',
  cleaning: 'N',
  massage_parlour: 'S',
  care_work: 'T',
};

function countryLine(country: string): string {
  if (region.includes(country)) return country;
  return union.split(' ').includes(country) ? 'otherEu' : 'otherCountry';
}

function groupOf(country: string): string {
  if (country === 'XKX') return 'own';
  if (region.includes(country)) return 'regional';
  return union.split(' ').includes(country) ? 'eu' : 'other';
}

const all = (value: FieldValue | undefined): string[] => (Array.isArray(value) ? (value as string[]) : []);

/** Counts by `table/row/column`, the register being that of Kosovo*. */
export function recountOfAnswers(
  registrations: readonly Registration[],
  types: ReadonlyMap<string, string | null>,
  year: string,
): Recount {
  const counts: Recount = new Map();
  const add = (table: string, rows: readonly string[], columns: readonly string[]): void => {
    for (const row of new Set(rows)) {
      for (const column of new Set(columns)) {
        const key = `${table}/${row}/${column}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
  };
  const answers = (table: string, found: readonly string[]): void =>
    add(table, [...(found.length > 0 ? [...found, 'known'] : ['unknown']), 'total'], ['persons']);
  const decisions = (status: string, of: string) => counted(registrations, status, `${of}-01-01`, `${of}-12-31`);

  for (const [status, column] of [
    ['presumed', 'presumed'],
    ['formally_identified', 'identified'],
  ] as const) {
    for (const { values } of decisions(status, year)) {
      add('T18', [types.get(String(values.reporting_institution)) ?? 'unknown', 'total'], [column]);
    }
  }
  for (let before = 0; before < 5; before++) {
    const each = String(Number(year) - before);
    for (const { values } of decisions('formally_identified', each)) {
      add('T19', [each], [known(values.trafficking_scope) ?? 'unknown', 'total']);
    }
  }
  for (const { values, content } of decisions('formally_identified', year)) {
    const age = [ageClass(values), 'total'];
    const episodes = (content.groups.exploitation ?? []).map((row) => row.values);
    const isNotYet = values.exploitation_stage === 'not_yet_exploited';
    add('K11', age, [known(values.re_trafficked) ?? 'unknown', 'total']);

    const offered = known(values.assistance_offered);
    const names: Readonly<Record<string, string>> = { yes: 'accepted', partly: 'acceptedPartly', no: 'declined' };
    const answer = names[known(values.assistance_accepted) ?? ''] ?? 'answerUnknown';
    const rows = offered === 'yes' ? [answer, 'offered'] : [offered === 'no' ? 'notOffered' : 'unknown'];
    add('K12.offer', [...rows, 'total'], age);

    const [citizenship] = all(values.citizenship);
    const people = [peopleOf(values), 'total'];
    add('T17.groups', [citizenship === undefined ? 'unknown' : groupOf(citizenship), 'total'], people);
    add('T17.countries', [citizenship === undefined ? 'unknown' : countryLine(citizenship), 'total'], people);

    const origin = known(values.recruitment_country);
    const to = episodes.flatMap((episode) => known(episode.exploitation_country) ?? []).map(countryLine);
    const destinations = isNotYet ? ['notYet'] : to.length > 0 ? to : ['unknown'];
    add('T20.matrix', [origin === undefined ? 'unknown' : countryLine(origin), 'total'], [...destinations, 'total']);

    const methods = all(values.recruitment_method);
    answers('T21.method', methods);
    const isOnline = methods.some((method) => method.startsWith('online_'));
    add('T21.online', age, [methods.length === 0 ? 'unknown' : isOnline ? 'online' : 'notOnline', 'total']);
    answers(
      'T21.relationship',
      (content.groups.recruiter ?? []).flatMap((row) => known(row.values.recruiter_relationship) ?? []),
    );
    answers('T22.means', all(values.means));

    const forced = episodes.filter((episode) => all(episode.exploitation_forms).some((form) => labour.includes(form)));
    const isLabour = isNotYet ? all(values.intended_forms).some((form) => labour.includes(form)) : forced.length > 0;
    if (isNotYet) {
      for (const table of ['T22.control', ...(isLabour ? ['T23.sector', 'T23.venue'] : [])]) {
        add(table, ['notYet', 'total'], ['persons']);
      }
      continue;
    }
    answers(
      'T22.control',
      episodes.flatMap((episode) => all(episode.control_methods)),
    );
    if (!isLabour) continue;
    const subtypes = forced.flatMap((episode) => all(episode.exploitation_subtype));
    answers(
      'T23.sector',
      subtypes.map((subtype) => sections[subtype] ?? 'noSection'),
    );
    answers(
      'T23.venue',
      forced.flatMap((episode) => all(episode.venue)),
    );
  }
  return counts;
}
