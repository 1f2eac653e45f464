/**
 * Codes of persons where a record is about several: each row bears its own, and rows of any record that are about the
 * same person bear the same. Of a record about one person the code is the record's own (numbering.ts).
 */
import { AppError } from '#shared/contract/errors.ts';
import { personFieldsOf } from '#shared/dictionary/person-fields.ts';
import type { EntityDeclaration } from '#shared/dictionary/vocabulary.ts';
import { rowsOf, withRows } from '#shared/records/content.ts';
import type { GroupRow, RecordContent } from '#shared/records/record.ts';
import { givenCode, nextCode } from './numbering.ts';
import { indexOfSession, type RecordSession } from './record-session.ts';

interface CodeField {
  readonly entity: EntityDeclaration;
  readonly field: string;
}

/** Where the codes of persons stand in the rows of a record type; null where it has none there. */
function personCodeField(session: Pick<RecordSession, 'register'>, root: string): CodeField | null {
  const index = indexOfSession(session);
  const fields = personFieldsOf(index, root);
  if (fields === null || fields.bearer === root || fields.code === null) return null;
  return { entity: index.entity(fields.bearer), field: fields.code.id };
}

const withCode = (row: GroupRow, field: string, code: string): GroupRow =>
  row.values[field] === code ? row : { ...row, values: { ...row.values, [field]: code } };

/** The content with what `codeOf` makes of each text that names a person. */
export function renamePersons(
  session: Pick<RecordSession, 'register'>,
  root: string,
  content: RecordContent,
  codeOf: (text: string, entity: EntityDeclaration) => string,
): RecordContent {
  const at = personCodeField(session, root);
  if (at === null) return content;
  return mapRows(content, at, (row) => {
    const text = row.values[at.field];
    return typeof text === 'string' ? withCode(row, at.field, codeOf(text, at.entity)) : row;
  });
}

/**
 * The content with each typed code in its written form. A code that this register has not given out is refused by the
 * name of its field; what stood there before stays.
 */
export function acceptPersonCodes(
  session: RecordSession,
  root: string,
  content: RecordContent,
  stored: RecordContent,
): RecordContent {
  const at = personCodeField(session, root);
  if (at === null) return content;
  const before = new Map(rowsOf(stored, at.entity.id).map(({ id, values }) => [id, values[at.field]]));
  return mapRows(content, at, (row) => {
    const typed = row.values[at.field];
    if (typeof typed !== 'string' || typed === before.get(row.id)) return row;
    const code = givenCode(session.register.database, at.entity, typed);
    if (code === null) throw new AppError('INVALID_INPUT', { fields: [`${at.entity.id}.${at.field}: UNKNOWN_CODE`] });
    return withCode(row, at.field, code);
  });
}

/** Gives a fresh code of that year to every person who has none. */
export function givePersonCodes(
  session: Pick<RecordSession, 'register'>,
  root: string,
  content: RecordContent,
  year: number,
): RecordContent {
  const at = personCodeField(session, root);
  if (at === null) return content;
  return mapRows(content, at, (row) =>
    typeof row.values[at.field] === 'string'
      ? row
      : withCode(row, at.field, nextCode(session.register.database, at.entity, year)),
  );
}

/** The same content where no row of that group became another one. */
function mapRows(content: RecordContent, { entity }: CodeField, change: (row: GroupRow) => GroupRow): RecordContent {
  const rows = rowsOf(content, entity.id);
  const changed = rows.map(change);
  return changed.every((row, at) => row === rows[at]) ? content : withRows(content, entity.id, changed);
}
