/** What was typed into a record before and not saved: taken into the form again, and told. */
import type { KeptDraft } from '#shared/contract/draft.ts';
import type { RegisterIndex } from '#shared/dictionary/register-index.ts';
import { type Difference, differences, sameValue } from '#shared/records/content.ts';
import { rebase } from '#shared/records/rebase.ts';
import { type FieldValue, isMissing, type RecordContent } from '#shared/records/record.ts';
import { type Conflict, conflictKey, conflictOf } from './conflict.ts';

export interface KeptOffer {
  readonly at: string;
  readonly window: string;
  /** Answers that wait, as they are against what is stored. */
  readonly changes: readonly Difference[];
  /** Texts that are no value yet, by field. */
  readonly unread: Readonly<Record<string, string>>;
  readonly hasIdentity: boolean;
  /** The same fields were changed by somebody else meanwhile: a person has to decide. */
  readonly conflict: Conflict | null;
  /** The record takes no changes any more: what was typed is shown and stays out of the form. */
  readonly isOutside: boolean;
}

export interface WithKept {
  readonly content: RecordContent;
  readonly unread: Readonly<Record<string, string>>;
  readonly offer: KeptOffer | null;
}

/** The content to begin with, and what is to be told about it. */
export function takeKept(
  index: RegisterIndex,
  entity: string,
  stored: RecordContent,
  kept: KeptDraft | null,
  canEdit: boolean,
): WithKept {
  if (kept === null) return { content: stored, unread: {}, offer: null };
  const base = kept.base ?? stored;
  const mine = kept.content ?? base;
  const changes = typedDifferences(index, entity, base, mine);
  const offer = {
    at: kept.at,
    window: kept.window,
    changes,
    unread: kept.unread,
    hasIdentity: kept.hasIdentity,
    conflict: kept.base === null ? null : overlapping(index, entity, base, mine, stored),
    isOutside: !canEdit,
  };
  return {
    content: canEdit ? rebase(mine, base, stored) : stored,
    unread: canEdit ? kept.unread : {},
    offer,
  };
}

/** Both sides changed the same field to something else. */
function overlapping(
  index: RegisterIndex,
  entity: string,
  base: RecordContent,
  mine: RecordContent,
  theirs: RecordContent,
): Conflict | null {
  const conflict = typedConflict(index, conflictOf(entity, base, mine, theirs));
  const changed = new Map(conflict.theirs.map((each) => [conflictKey(each), each.after]));
  const isContested = (each: Difference) =>
    changed.has(conflictKey(each)) && !sameValue(changed.get(conflictKey(each)), each.after);
  return conflict.mine.some(isContested) ? conflict : null;
}

/** Without what the program sets by itself on either side. */
export function typedConflict(index: RegisterIndex, { mine, theirs }: Conflict): Conflict {
  return {
    mine: mine.filter((each) => isTypedChange(index, each)),
    theirs: theirs.filter((each) => isTypedChange(index, each)),
  };
}

export function typedDifferences(
  index: RegisterIndex,
  entity: string,
  before: RecordContent,
  after: RecordContent,
): readonly Difference[] {
  return differences(entity, before, after).filter((each) => isTypedChange(index, each));
}

function isTypedChange(index: RegisterIndex, { ref, before, after }: Difference): boolean {
  const field = index.findField(ref.entity, ref.field);
  if (field === undefined || field.derived === true) return field?.meta === 'code';
  if (field.meta !== undefined) return false;
  return field.applies === undefined || !(isSetAside(before) || isSetAside(after));
}

const isSetAside = (value: FieldValue) => isMissing(value) && value.missing === 'not_applicable';
