/** The way from recruitment over each leg of the journey to exploitation, as steps between countries (T20). */
import { rowsOf, textOf } from '../../../../records/read-value.ts';
import type { RecordContent, Values } from '../../../../records/record.ts';
import { countryClass, countryClasses } from '../../../reference-lists/country.ts';
import type { CountedGroup } from '../../../vocabulary.ts';

type Country = string | undefined;

const unknown = 'unknown';
const ends = [...countryClasses, unknown];
const classOf = (country: Country): string => (country === undefined ? unknown : countryClass(country));

/** Steps in their order, by country; a leg of unknown start begins where the one before it ended. */
function stepsOf(content: RecordContent): readonly (readonly [from: Country, to: Country])[] {
  const steps: (readonly [Country, Country])[] = [];
  let place = textOf(content.values, 'recruitment_country');
  const visited = new Set([place]);
  for (const { values } of rowsOf(content, 'journey_leg')) {
    const [from, to] = [textOf(values, 'leg_from_country') ?? place, textOf(values, 'leg_to_country')];
    if (place !== undefined && from !== place) steps.push([place, from]);
    steps.push([from, to]);
    visited.add(from).add(to);
    place = to;
  }
  const isExploited = textOf(content.values, 'exploitation_stage') !== 'not_yet_exploited';
  const exploited = rowsOf(content, 'exploitation').flatMap(
    ({ values }) => textOf(values, 'exploitation_country') ?? [],
  );
  for (const country of exploited) {
    if (!visited.has(country)) steps.push([place, country]);
    visited.add(country);
  }
  // Who stayed where she was recruited has one step within that country.
  if (steps.length === 0 && isExploited) steps.push([place, exploited[0]]);
  return steps;
}

function routeOf(content: RecordContent): readonly Values[] {
  const steps = stepsOf(content).map(([from, to]) => ({ step_from: classOf(from), step_to: classOf(to) }));
  return [...new Map(steps.map((step) => [`${step.step_from} ${step.step_to}`, step])).values()];
}

/** Each step once, however often it was taken: a cell of the table counts victims. */
export const routeStep: CountedGroup = {
  id: 'route_step',
  parent: 'victim',
  fields: [
    { id: 'step_from', type: 'code', codes: ends },
    { id: 'step_to', type: 'code', codes: ends },
  ],
  rowsOf: routeOf,
};
