/** R26: what was received goes with what was awarded, and has a date. */
import { finding, rowRef } from '../../../../records/finding.ts';
import { isAnswered, numberOf, rowsOf, textOf } from '../../../../records/read-value.ts';
import type { Finding, RuleSubject } from '../../../../records/record.ts';
import type { RuleDeclaration } from '../../../vocabulary.ts';

function check(subject: RuleSubject): readonly Finding[] {
  return rowsOf(subject, 'compensation_claim').flatMap((row) => {
    const findings: Finding[] = [];
    const received = numberOf(row.values, 'compensation_received');
    const awarded = numberOf(row.values, 'compensation_awarded');
    const at = rowRef('compensation_claim', row, 'compensation_received');
    if (received !== undefined && awarded !== undefined && received > awarded) {
      const params = { compensation_received: received, compensation_awarded: awarded };
      findings.push(
        finding('R26', 'soft', 'more', [at, rowRef('compensation_claim', row, 'compensation_awarded')], params),
      );
    }
    if (received !== undefined && received > 0 && textOf(row.values, 'compensation_received_date') === undefined) {
      const part = isAnswered(row.values['compensation_received_date']) ? 'date_contradicted' : 'date_needed';
      const fields = [rowRef('compensation_claim', row, 'compensation_received_date'), at];
      findings.push(finding('R26', 'hard', part, fields, { compensation_received: received }));
    }
    return findings;
  });
}

export const compensationRules: readonly RuleDeclaration[] = [
  { id: 'R26', entity: 'victim', level: 'hard', waits: ['date_needed'], check },
];
