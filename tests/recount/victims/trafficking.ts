/** How the trafficking went: T20 routes, T21 recruitment, T22 means and control, T23 sectors and venues. */
import { codes, known } from '../read-export.ts';
import { type CountedTable, count, figuresOf, percentOf } from './counting.ts';
import { answersIn, answersOf, type Counted, columnsOf, identifiedIn, type Material, said } from './victims.ts';

/** Countries on the way, from recruitment over every leg to each place of exploitation; null where one is not known. */
function stationsOf({ registration }: Counted): readonly (string | null)[] {
  return [
    said(registration, 'recruitment_country'),
    ...registration.legs.flatMap((leg) => [known(leg, 'leg_from_country'), known(leg, 'leg_to_country')]),
    ...registration.exploitations.map((each) => known(each, 'exploitation_country')),
  ];
}

/** T20: steps between countries, a victim once in each, and origin by destination. */
export function recountT20(material: Material, period: string): CountedTable[] {
  const identified = identifiedIn(material, period);
  const steps = identified.flatMap((each) => {
    const stations = stationsOf(each);
    const own = stations.slice(1).flatMap((to, place) => {
      const from = stations[place];
      return from && to && from !== to ? [`${from}>${to}`] : [];
    });
    return [...new Set(own)].map((step) => step.split('>') as [string, string]);
  });
  const origin = ({ registration }: Counted): readonly string[] => [
    said(registration, 'recruitment_country') ?? 'unknown',
  ];
  const destinations = ({ registration }: Counted): readonly string[] =>
    answersIn(registration.exploitations, 'exploitation_country');
  const transits = (each: Counted): readonly string[] => {
    const ends = new Set([...origin(each), ...destinations(each)]);
    const between = stationsOf(each).filter((station) => station !== null && !ends.has(station));
    return [...new Set(between)].filter((station) => station !== null);
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
    { table: 'T20', part: 'transit', figures: count(identified, transits, columnsOf) },
  ];
}

const online = ['online_social_network', 'online_advert'];

/** T21: methods and recruiters, all answers of each victim, and the share recruited online among known methods. */
export function recountT21(material: Material, period: string): CountedTable[] {
  const identified = identifiedIn(material, period);
  const methods = ({ registration }: Counted): readonly string[] => answersOf(registration, 'recruitment_method');
  const relations = ({ registration }: Counted): readonly string[] =>
    answersIn(registration.recruiters, 'recruiter_relationship');
  const known = identified.filter((each) => !methods(each).includes('unknown'));
  const recruitedOnline = known.filter((each) => methods(each).some((method) => online.includes(method)));
  return [
    { table: 'T21', part: 'method', figures: count(identified, methods, columnsOf) },
    { table: 'T21', part: 'relationship', figures: count(identified, relations, columnsOf) },
    {
      table: 'T21',
      part: 'online',
      figures: figuresOf({
        online: { total: recruitedOnline.length },
        known: { total: known.length },
        share: { total: percentOf(recruitedOnline.length, known.length) },
      }),
    },
  ];
}

/** T22: all means and all methods of control of each victim. */
export function recountT22(material: Material, period: string): CountedTable[] {
  const identified = identifiedIn(material, period);
  const means = ({ registration }: Counted): readonly string[] => answersOf(registration, 'means');
  const control = ({ registration }: Counted): readonly string[] =>
    answersIn(registration.exploitations, 'control_methods');
  return [
    { table: 'T22', part: 'means', figures: count(identified, means, columnsOf) },
    { table: 'T22', part: 'control', figures: count(identified, control, columnsOf) },
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

/** T23: where those worked who were exploited by labour, and in which section of the economy. */
export function recountT23(material: Material, period: string): CountedTable[] {
  const episodesOf = ({ registration }: Counted) =>
    registration.exploitations.filter((each) =>
      codes(known(each, 'exploitation_forms')).some((form) => labour.includes(form)),
    );
  const labourVictims = identifiedIn(material, period).filter((each) => episodesOf(each).length > 0);
  const sectors = (each: Counted): readonly string[] =>
    answersIn(episodesOf(each), 'exploitation_subtype').map((subtype) =>
      ['unknown', 'not_applicable'].includes(subtype) ? subtype : (isic[subtype] ?? 'no_section'),
    );
  const venues = (each: Counted): readonly string[] => answersIn(episodesOf(each), 'venue');
  return [
    { table: 'T23', part: 'sector', figures: count(labourVictims, sectors, columnsOf) },
    { table: 'T23', part: 'venue', figures: count(labourVictims, venues, columnsOf) },
  ];
}
