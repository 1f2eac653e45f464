/** A victim's record in which everything is answered and every group has rows: the heaviest form there is to type in. */
import type { Output } from '#shared/contract/contract.ts';
import { indexOf } from '#shared/dictionary/register-index.ts';
import { victims } from '#shared/dictionary/registers/victims/register.ts';
import type { FieldValue, GroupRow, RecordContent } from '#shared/records/record.ts';
import { isKnown } from '#shared/records/record.ts';
import { generateVictims } from '#shared/training/generate.ts';

const index = indexOf(victims);
export const rowsPerGroup = 4;

/** Answers of invented records laid together; they need not fit each other, so that the rules have much to say. */
export function fullContent(lists: Output<'reference.list'>['lists'], seed: number, today: string): RecordContent {
  const reference = {
    INST: lists['INST'] ?? [],
    MUNI: lists['MUNI'] ?? [],
    ETHN: lists['ETHN'] ?? [],
    LANG: lists['LANG'] ?? [],
  };
  const values: Record<string, FieldValue> = {};
  const groups: Record<string, GroupRow[]> = {};
  const groupIds = index.groupsOf('victim').map(({ id }) => id);
  for (const { entity, content } of generateVictims({ records: 400, seed, today, country: 'XKX', reference })) {
    if (entity !== 'victim') continue;
    for (const [id, value] of Object.entries(content.values)) if (isKnown(value)) values[id] ??= value;
    for (const id of groupIds)
      groups[id] = [...(groups[id] ?? []), ...(content.groups[id] ?? [])].slice(0, rowsPerGroup);
  }
  const lacking = groupIds.filter((id) => groups[id]?.length !== rowsPerGroup);
  if (lacking.length > 0) throw new Error(`no rows of ${lacking.join(', ')}`);
  return { values, groups };
}
