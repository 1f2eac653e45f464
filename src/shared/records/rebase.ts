/** What the form shows after the data answered: typed changes are never taken away by an answer. */

import { rowsOf, sameValue, sameValues } from './content.ts';
import type { FieldValue, GroupRow, RecordContent, Values } from './record.ts';

/** Each value of `mine` that was typed after `sent` stays; every other value comes from the answer. */
export function rebaseValues(mine: Values, sent: Values, answer: Values): Values {
  if (mine === sent) return answer;
  const result: Record<string, FieldValue> = {};
  for (const field of new Set([...Object.keys(mine), ...Object.keys(answer)])) {
    const value = sameValue(mine[field], sent[field]) ? answer[field] : mine[field];
    if (value !== undefined) result[field] = value;
  }
  return result;
}

function rebaseRows(
  mine: readonly GroupRow[],
  sent: readonly GroupRow[],
  answer: readonly GroupRow[],
): readonly GroupRow[] {
  if (mine === sent) return answer;
  const sentRows = new Map(sent.map((row) => [row.id, row]));
  const answerRows = new Map(answer.map((row) => [row.id, row]));
  const kept = mine.flatMap((row) => {
    const was = sentRows.get(row.id);
    const now = answerRows.get(row.id);
    if (was === undefined) return [row];
    // Gone on the other side: stays only where it was changed here since.
    if (now === undefined) return sameValues(row.values, was.values) ? [] : [row];
    return [{ id: row.id, values: rebaseValues(row.values, was.values, now.values) }];
  });
  const known = new Set([...mine.map((row) => row.id), ...sentRows.keys()]);
  return [...kept, ...answer.filter((row) => !known.has(row.id))];
}

/** The content to go on with: what was typed since `sent`, laid over the answer. */
export function rebase(mine: RecordContent, sent: RecordContent, answer: RecordContent): RecordContent {
  if (mine === sent) return answer;
  const groups: Record<string, readonly GroupRow[]> = {};
  for (const group of new Set([...Object.keys(mine.groups), ...Object.keys(answer.groups)])) {
    groups[group] = rebaseRows(rowsOf(mine, group), rowsOf(sent, group), rowsOf(answer, group));
  }
  return { values: rebaseValues(mine.values, sent.values, answer.values), groups };
}
