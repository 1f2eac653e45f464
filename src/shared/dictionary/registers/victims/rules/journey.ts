/** R15 to R17: the legs of the journey hang together and agree with the countries of the trafficking. */
import { finding, ref, rowRef } from '../../../../records/finding.ts';
import { rowsOf, textOf } from '../../../../records/read-value.ts';
import type { Finding, GroupRow, RuleSubject } from '../../../../records/record.ts';
import type { RuleDeclaration } from '../../../vocabulary.ts';
import { countriesOfTrafficking } from '../scope.ts';

function legsFollow(subject: RuleSubject): readonly Finding[] {
  const legs = rowsOf(subject, 'journey_leg');
  const findings: Finding[] = [];
  for (const [index, leg] of legs.entries()) {
    const before = legs[index - 1];
    const from = textOf(leg.values, 'leg_from_country');
    const to = before && textOf(before.values, 'leg_to_country');
    if (!before || from === undefined || to === undefined || from === to) continue;
    const fields = [rowRef('journey_leg', leg, 'leg_from_country'), rowRef('journey_leg', before, 'leg_to_country')];
    const params = { leg_no: index + 1, other_leg_no: index, leg_from_country: from, leg_to_country: to };
    findings.push(finding('R15', 'soft', 'gap', fields, params));
  }
  return findings;
}

function lastLegArrives(subject: RuleSubject): readonly Finding[] {
  const last = rowsOf(subject, 'journey_leg').at(-1);
  const to = last && textOf(last.values, 'leg_to_country');
  const stated = rowsOf(subject, 'exploitation').map(({ values }) => textOf(values, 'exploitation_country'));
  const known = stated.filter((country) => country !== undefined);
  // An exploitation in a country not known may be where the journey ended.
  if (!last || to === undefined || known.length === 0 || known.length < stated.length || known.includes(to)) return [];
  return [
    finding('R15', 'soft', 'end', [rowRef('journey_leg', last, 'leg_to_country')], {
      leg_to_country: to,
      exploitation_country: known[0] ?? null,
    }),
  ];
}

function scopeAgrees(subject: RuleSubject): readonly Finding[] {
  const scope = textOf(subject.values, 'trafficking_scope');
  const { countries, isWhole } = countriesOfTrafficking(subject);
  const at = ref('victim', 'trafficking_scope');
  const [one, other] = countries;
  if (scope === 'internal' && other !== undefined) {
    return [
      finding('R16', 'hard', 'internal', [at], {
        recruitment_country: one ?? null,
        other_recruitment_country: other,
      }),
    ];
  }
  if (scope === 'cross_border' && isWhole && countries.size === 1) {
    return [finding('R16', 'hard', 'cross_border', [at], { recruitment_country: one ?? null })];
  }
  return [];
}

function legAgrees(leg: GroupRow): readonly Finding[] {
  const findings: Finding[] = [];
  const [from, to] = [textOf(leg.values, 'leg_from_country'), textOf(leg.values, 'leg_to_country')];
  const crossing = textOf(leg.values, 'border_crossing');
  if (
    from !== undefined &&
    to !== undefined &&
    crossing !== undefined &&
    (from === to) !== (crossing === 'no_border')
  ) {
    const fields = [rowRef('journey_leg', leg, 'border_crossing'), rowRef('journey_leg', leg, 'leg_to_country')];
    const params = { border_crossing: crossing, leg_from_country: from, leg_to_country: to };
    findings.push(finding('R17', 'hard', from === to ? 'no_border' : 'border', fields, params));
  }
  const [paper, status] = [textOf(leg.values, 'travel_document'), textOf(leg.values, 'document_status')];
  if (paper !== undefined && status !== undefined && (paper === 'none') !== (status === 'none')) {
    const fields = [rowRef('journey_leg', leg, 'document_status'), rowRef('journey_leg', leg, 'travel_document')];
    findings.push(finding('R17', 'hard', 'document', fields, { travel_document: paper, document_status: status }));
  }
  return findings;
}

export const journeyRules: readonly RuleDeclaration[] = [
  {
    id: 'R15',
    entity: 'victim',
    level: 'soft',
    check: (subject) => [...legsFollow(subject), ...lastLegArrives(subject)],
  },
  { id: 'R16', entity: 'victim', level: 'hard', check: scopeAgrees },
  {
    id: 'R17',
    entity: 'victim',
    level: 'hard',
    check: (subject) => rowsOf(subject, 'journey_leg').flatMap(legAgrees),
  },
];
