import { codesOf, markerOf, rowsOf, textOf } from '../../../records/read-value.ts';
import type { FieldValue, RecordContent } from '../../../records/record.ts';
import { exploitationForms } from '../../code-lists/exploitation.ts';

const groupOf = new Map<string, string>(exploitationForms.codes.map(({ code, group }) => [code, group]));

/** Forms of all exploitation episodes, or the intended ones where nobody was exploited yet; each once, as entered. */
export function statedForms(content: RecordContent): readonly string[] {
  if (textOf(content.values, 'exploitation_stage') === 'not_yet_exploited') {
    return codesOf(content.values, 'intended_forms');
  }
  return [
    ...new Set(rowsOf(content, 'exploitation').flatMap(({ values }) => [...codesOf(values, 'exploitation_forms')])),
  ];
}

/**
 * Main form for tables: the one chosen, else the only one, else mixed. Several forms of one group and none chosen
 * stay in their group: the first entered is then the main one.
 */
export function mainForm(content: RecordContent): FieldValue {
  const current = content.values['exploitation_main_form'] ?? null;
  const forms = statedForms(content);
  const [first] = forms;
  if (markerOf(current) === 'withheld') return current;
  // Nothing stated: what a person typed, marker or code, is left to R14 and the officer.
  if (first === undefined) return hasUnknownForms(content) ? { missing: 'unknown' } : current;
  if (typeof current === 'string' && forms.includes(current)) return current;
  return areOfSeveralGroups(forms) ? 'mixed' : first;
}

const areOfSeveralGroups = (forms: readonly string[]) => new Set(forms.map((form) => groupOf.get(form))).size > 1;

function hasUnknownForms(content: RecordContent): boolean {
  if (textOf(content.values, 'exploitation_stage') === 'not_yet_exploited') {
    return markerOf(content.values['intended_forms']) !== undefined;
  }
  const rows = rowsOf(content, 'exploitation');
  return rows.length > 0 && rows.every(({ values }) => markerOf(values['exploitation_forms']) !== undefined);
}
