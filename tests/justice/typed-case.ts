/** The whole case as the window would send it to a register of Kosovo*. */
import { v7 as newId } from 'uuid';
import type { Contract } from '#shared/contract/contract.ts';
import type { InputOf } from '#shared/contract/procedure.ts';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import { withinKey } from '#shared/records/content.ts';
import type { FieldValue } from '#shared/records/record.ts';
import { type Changes, wholeCase } from './whole-case.ts';

type Content = InputOf<Contract['record.save']>['content'];

/** Codes of the lists that such a register is delivered with. */
const delivered: Changes = {
  charge: { legal_article: 'cc2019_165_child' },
  case: { prosecutor_office: 'prosecution_prishtine', exploitation_forms: ['begging', 'forced_labour_or_services'] },
  trial: { court: 'court_prishtine' },
};

const isDerived = (entity: string, id: string): boolean =>
  indexOfKind('justice').findField(entity, id)?.derived === true;

/**
 * Rows under ids of their own, what the program sets left to the program. The same map of ids makes another version of
 * the same case.
 */
export function typedCase(changes: Changes = {}, ids: Map<string, string> = new Map()): Content {
  const groupsChanged = new Set([...Object.keys(delivered), ...Object.keys(changes)]) as ReadonlySet<keyof Changes>;
  const both = [...groupsChanged].map((group) => [group, { ...delivered[group], ...changes[group] }]);
  const { values, groups } = wholeCase(Object.fromEntries(both));
  for (const row of Object.values(groups).flat()) if (!ids.has(row.id)) ids.set(row.id, newId());
  const idOf = (name: unknown): string => ids.get(String(name)) ?? '';
  const typed = (entity: string, answers: Readonly<Record<string, FieldValue>>) =>
    Object.fromEntries(
      Object.entries(answers)
        // The code of a person is given when the case is numbered.
        .filter(([id]) => !isDerived(entity, id) && id !== 'person_code')
        .map(([id, value]) => [id, id === withinKey ? idOf(value) : value]),
    );
  return {
    values: typed('case', values),
    groups: Object.fromEntries(
      Object.entries(groups).map(([entity, rows]) => [
        entity,
        rows.map((row) => ({ id: idOf(row.id), values: typed(entity, row.values) })),
      ]),
    ),
  } as Content;
}
