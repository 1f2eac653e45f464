/** REQ: the rows without which an indictment says nothing. */

import { rowsBelow } from '../../../../records/content.ts';
import { finding, rowRef } from '../../../../records/finding.ts';
import type { Finding, RuleSubject } from '../../../../records/record.ts';
import type { RuleDeclaration } from '../../../vocabulary.ts';
import { defendantsOf, indictmentAgainst, numberOfDefendant } from './proceedings.ts';

function indictedIsCharged(subject: RuleSubject): readonly Finding[] {
  return defendantsOf(subject).flatMap((defendant) => {
    const indictment = indictmentAgainst(subject, defendant);
    if (!indictment || rowsBelow(subject, 'charge', defendant).length > 0) return [];
    const at = rowRef('indictment', indictment, 'indictment_date');
    return [finding('REQ', 'hard', 'charge', [at], numberOfDefendant(defendant))];
  });
}

export const completenessRules: readonly RuleDeclaration[] = [
  { id: 'REQ', entity: 'case', level: 'hard', waits: ['charge'], check: indictedIsCharged },
];
