/** R03 to R05: birth, recruitment, exploitation and identification stand in their order. */
import { finding, ref, rowRef } from '../../../../records/finding.ts';
import { isAtOrBefore } from '../../../../records/partial-date.ts';
import { daysOf, numberOf, rowsOf } from '../../../../records/read-value.ts';
import type { Finding, RuleSubject } from '../../../../records/record.ts';
import { type Station, station, wrongPairs } from '../../../shared-rules/order-of-dates.ts';
import type { RuleDeclaration } from '../../../vocabulary.ts';
import { statedBirth } from '../age.ts';

function birthAndRecruitment(subject: RuleSubject): readonly Station[] {
  const isExact = subject.identity !== undefined && daysOf(subject.identity, 'date_of_birth') !== undefined;
  return [
    {
      name: 'birth',
      days: statedBirth(subject),
      ref: isExact ? ref('victim_identity', 'date_of_birth') : ref('victim', 'birth_year'),
      // The year alone is named: findings travel further than the vault.
      // As text: a year takes no separator of thousands.
      params: { birth_year: String(numberOf(subject.values, 'birth_year') ?? '') || null },
    },
    station('recruitment', subject.values, ref('victim', 'recruitment_date')),
  ];
}

function checkChain(subject: RuleSubject): readonly Finding[] {
  const head = birthAndRecruitment(subject);
  const chains = rowsOf(subject, 'exploitation').map((row) => [
    ...head,
    station('start', row.values, rowRef('exploitation', row, 'exploitation_start')),
    station('end', row.values, rowRef('exploitation', row, 'exploitation_end')),
  ]);
  const findings = new Map<string, Finding>();
  for (const [index, chain] of [head, ...chains].entries()) {
    for (const [earlier, later] of wrongPairs(chain)) {
      const part = `${earlier.name}_after_${later.name}`;
      // Birth and recruitment stand in every chain, and are told once.
      const key = part === 'birth_after_recruitment' ? part : `${part} ${index}`;
      findings.set(key, finding('R03', 'hard', part, [later.ref, earlier.ref], { ...earlier.params, ...later.params }));
    }
  }
  return [...findings.values()];
}

function recruitedBeforeIdentified({ values }: RuleSubject): readonly Finding[] {
  const recruited = daysOf(values, 'recruitment_date');
  const identified = daysOf(values, 'identification_date');
  if (!recruited || !identified || isAtOrBefore(recruited, identified) !== false) return [];
  return [
    finding(
      'R04',
      'hard',
      'late_recruitment',
      [ref('victim', 'recruitment_date'), ref('victim', 'identification_date')],
      {
        recruitment_date: values['recruitment_date'] ?? null,
        identification_date: values['identification_date'] ?? null,
      },
    ),
  ];
}

function exploitedAfterIdentified(subject: RuleSubject): readonly Finding[] {
  const identified = daysOf(subject.values, 'identification_date');
  if (!identified) return [];
  return rowsOf(subject, 'exploitation').flatMap((row) => {
    const end = daysOf(row.values, 'exploitation_end');
    if (!end || isAtOrBefore(end, identified) !== false) return [];
    return [
      finding('R05', 'soft', 'continued', [rowRef('exploitation', row, 'exploitation_end')], {
        exploitation_end: row.values['exploitation_end'] ?? null,
        identification_date: subject.values['identification_date'] ?? null,
      }),
    ];
  });
}

export const orderRules: readonly RuleDeclaration[] = [
  { id: 'R03', entity: 'victim', level: 'hard', check: checkChain },
  { id: 'R04', entity: 'victim', level: 'hard', check: recruitedBeforeIdentified },
  { id: 'R05', entity: 'victim', level: 'soft', check: exploitedAfterIdentified },
];
