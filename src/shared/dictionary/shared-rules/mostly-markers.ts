/** R30 in every register: a record of which most is unknown needs a reason. */
import { finding, ref, rowRef } from '../../records/finding.ts';
import { isAnswered, markerOf, rowsOf } from '../../records/read-value.ts';
import type { FieldRef, Finding, RuleSubject, Values } from '../../records/record.ts';
import { isCore } from '../register-index.ts';
import type { FieldDeclaration } from '../vocabulary.ts';

/** R30 over the core fields of a record and its rows; reads the declarations once. */
export function mostlyMarkers(fields: readonly FieldDeclaration[]): (subject: RuleSubject) => readonly Finding[] {
  const core = fields.filter(isCore);
  return (subject) => {
    let answered = 0;
    let marked = 0;
    let first: FieldRef | undefined;
    const count = (values: Values, field: string, at: FieldRef) => {
      const marker = markerOf(values[field]);
      // Set by the program, not applicable leaves the denominator.
      if (!isAnswered(values[field]) || marker === 'not_applicable') return;
      answered++;
      if (marker === undefined) return;
      marked++;
      first ??= at;
    };
    for (const { entity, id } of core) {
      if (entity === subject.entity) count(subject.values, id, ref(entity, id));
      else for (const row of rowsOf(subject, entity)) count(row.values, id, rowRef(entity, row, id));
    }
    if (marked * 2 <= answered) return [];
    return [finding('R30', 'soft', 'mostly', first ? [first] : [], { marked, answered })];
  };
}
