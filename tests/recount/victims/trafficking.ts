/** How the trafficking went: T20 routes, T21 recruitment, T22 means and control, T23 sectors and venues. */
import { codes, known } from '../read-export.ts';
import { lineOfCountry, shareByColumn } from './background.ts';
import { type CountedTable, count } from './counting.ts';
import { answersIn, answersOf, type Counted, columnsOf, identifiedIn, type Material, said } from './victims.ts';

const isNotYetExploited = ({ registration }: Counted): boolean =>
  said(registration, 'exploitation_stage') === 'not_yet_exploited';

const lineOf = (country: string | null): string => (country === null ? 'unknown' : lineOfCountry(country));

type Step = readonly [from: string | null, to: string | null];

/**
 * From recruitment over every leg to the places of exploitation not yet passed. A leg that begins elsewhere than the one
 * before ended is reached by a step of its own; somebody exploited where she always was has one step within her country.
 */
function stepsOf({ registration }: Counted): readonly Step[] {
  const steps: Step[] = [];
  let place = said(registration, 'recruitment_country');
  const passed = new Set([place]);
  const go = (to: string | null) => {
    steps.push([place, to]);
    place = to;
    passed.add(to);
  };
  for (const leg of registration.legs) {
    const from = known(leg, 'leg_from_country');
    // Where nobody knows how far she had come, nobody knows whether it begins elsewhere.
    if (from !== null && from !== place && place !== null) go(from);
    if (from !== null) place = from;
    passed.add(from);
    go(known(leg, 'leg_to_country'));
  }
  for (const exploitation of registration.exploitations) {
    const country = known(exploitation, 'exploitation_country');
    if (country === null || passed.has(country)) continue;
    // From where the journey ended to each of them: whether one place followed the other is not asked.
    steps.push([place, country]);
    passed.add(country);
  }
  const [first] = registration.exploitations.flatMap((each) => known(each, 'exploitation_country') ?? []);
  if (steps.length === 0 && said(registration, 'exploitation_stage') !== 'not_yet_exploited') {
    return [[place, first ?? null]];
  }
  return steps;
}

/** T20: steps between countries, a victim once in each, and origin by destination. */
export function recountT20(material: Material, period: string): CountedTable[] {
  const identified = identifiedIn(material, period);
  const steps = identified.flatMap((each) => {
    const lines = stepsOf(each).map(([from, to]) => `${lineOf(from)}>${lineOf(to)}`);
    return [...new Set(lines)].map((step) => step.split('>') as [string, string]);
  });
  const origin = ({ registration }: Counted): readonly string[] => [lineOf(said(registration, 'recruitment_country'))];
  const destinations = (each: Counted): readonly string[] => {
    if (isNotYetExploited(each)) return ['notYet'];
    const countries = each.registration.exploitations.map((episode) => known(episode, 'exploitation_country'));
    const stated = countries.filter((country) => country !== null);
    return stated.length === 0 ? ['unknown'] : stated.map(lineOf);
  };
  return [
    {
      table: 'T20',
      part: 'steps',
      figures: count(
        steps,
        ([from]) => [from],
        ([, to]) => [to],
      ),
    },
    { table: 'T20', part: 'matrix', figures: count(identified, origin, destinations) },
  ];
}

const online = ['online_social_network', 'online_advert'];

/** T21: methods and recruiters, all answers of each victim, and the share recruited online among known methods. */
export function recountT21(material: Material, period: string): CountedTable[] {
  const identified = identifiedIn(material, period);
  const methods = ({ registration }: Counted): readonly string[] => answersOf(registration, 'recruitment_method');
  // A recruiter of whom the question does not apply tells no more than one of whom nobody knows.
  const relations = ({ registration }: Counted): readonly string[] =>
    answersIn(registration.recruiters, 'recruiter_relationship').map((each) =>
      each === 'not_applicable' ? 'unknown' : each,
    );
  const isOnline = (each: Counted): readonly string[] => {
    if (methods(each).includes('unknown')) return ['unknown'];
    return [methods(each).some((method) => online.includes(method)) ? 'online' : 'notOnline'];
  };
  const figures = count(identified, isOnline, columnsOf);
  return [
    { table: 'T21', part: 'method', figures: count(identified, methods) },
    { table: 'T21', part: 'relationship', figures: count(identified, relations) },
    { table: 'T21', part: 'online', figures },
    { table: 'T21', part: 'share', figures: shareByColumn(identified, figures, ['online'], ['online', 'notOnline']) },
  ];
}

/** T22: all means and all methods of control of each victim. */
export function recountT22(material: Material, period: string): CountedTable[] {
  const identified = identifiedIn(material, period);
  const means = ({ registration }: Counted): readonly string[] => answersOf(registration, 'means');
  const control = (each: Counted): readonly string[] =>
    isNotYetExploited(each) ? ['notYet'] : answersIn(each.registration.exploitations, 'control_methods');
  return [
    { table: 'T22', part: 'means', figures: count(identified, means) },
    { table: 'T22', part: 'control', figures: count(identified, control) },
  ];
}

const labour = ['forced_labour_or_services', 'domestic_servitude', 'slavery_or_similar_practices', 'servitude'];

const isic: Readonly<Record<string, string>> = {
  bar_club_entertainment: 'I',
  pornography: 'J',
  online_live_sexual_abuse: 'J',
  massage_parlour: 'S',
  agriculture: 'A',
  construction: 'F',
  hospitality: 'I',
  manufacturing: 'C',
  cleaning: 'N',
  transport: 'H',
  fishing: 'A',
  mining: 'B',
  forestry: 'A',
  care_work: 'T',
  street_selling: 'G',
};

/** T23: where those worked, or were to work, who were exploited by labour, and in which section of the economy. */
export function recountT23(material: Material, period: string): CountedTable[] {
  const isLabour = (forms: readonly string[]) => forms.some((form) => labour.includes(form));
  const episodesOf = ({ registration }: Counted) =>
    registration.exploitations.filter((each) => isLabour(codes(known(each, 'exploitation_forms'))));
  const labourVictims = identifiedIn(material, period).filter(({ registration }) => isLabour(registration.forms));
  const answers = (each: Counted, field: string): readonly string[] =>
    isNotYetExploited(each) ? ['notYet'] : answersIn(episodesOf(each), field);
  const sectors = (each: Counted): readonly string[] =>
    answers(each, 'exploitation_subtype').map((subtype) => {
      if (subtype === 'not_applicable') return 'unknown';
      return ['unknown', 'notYet'].includes(subtype) ? subtype : (isic[subtype] ?? 'noSection');
    });
  const venues = (each: Counted): readonly string[] => answers(each, 'venue');
  return [
    { table: 'T23', part: 'sector', figures: count(labourVictims, sectors) },
    { table: 'T23', part: 'venue', figures: count(labourVictims, venues) },
  ];
}
