/** A register in which an institution was entered twice, and its records as they are stored. */
import { countedContent } from '#electron/services/records/counted-content.ts';
import { storeOf } from '#electron/services/records/record-store.ts';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import type { RecordContent } from '#shared/records/record.ts';
import { openTraining, type Program } from '../program/open-program.ts';
import { aBody, databaseOf, reason, retire } from './use-lists.ts';

const index = indexOfKind('victims');
/** The entry made by mistake, and the one that takes its place. */
export const mistake = 'kp_thb';
export const right = 'zyra_e_re';

export interface Stored {
  readonly id: string;
  readonly entity: string;
  readonly content: RecordContent;
  /** What tables count. */
  readonly counted: RecordContent;
  readonly state: string;
  readonly archived: boolean;
  readonly binned: boolean;
  readonly isClosed: boolean;
  readonly revision: number;
  readonly savedAt: string;
  readonly completedRevision: number | null;
}

/** Every record of the register, those in the bin as well. */
export function storedRecords(program: Program): Map<string, Stored> {
  const database = databaseOf(program);
  const found = new Map<string, Stored>();
  for (const { entity, reader } of storeOf(database, 'victims').roots) {
    const ids = database.prepare(`SELECT "id" FROM "${entity}"`).all();
    for (const record of reader.loadMany(ids.map(({ id }) => String(id)))) {
      const { meta, content } = record;
      const { id, state, archived, revision, savedAt, completedRevision } = meta;
      const isClosed = state === 'complete' && typeof content.values.closure_date === 'string';
      const counted = countedContent(database, entity, record);
      const binned = meta.binnedAt !== null;
      found.set(id, {
        id,
        entity,
        content,
        counted,
        state,
        archived,
        binned,
        isClosed,
        revision,
        savedAt,
        completedRevision,
      });
    }
  }
  return found;
}

/** Every answer from the list of institutions in a record, told one by one. */
export function answersOf({ entity, content }: Pick<Stored, 'entity' | 'content'>): string[] {
  const within = (of: string, values: RecordContent['values']) =>
    index
      .fieldsOf(of)
      .flatMap(({ id, list }) => (list === 'INST' && typeof values[id] === 'string' ? [values[id]] : []));
  return [
    ...within(entity, content.values),
    ...Object.entries(content.groups).flatMap(([group, rows]) => rows.flatMap(({ values }) => within(group, values))),
  ] as string[];
}

export const holds = (record: Pick<Stored, 'entity' | 'content'>, code: string) => answersOf(record).includes(code);
export const isLocked = ({ archived, state, isClosed }: Stored) => archived || state === 'verified' || isClosed;
export const asMoved = ({ content }: Stored) =>
  JSON.parse(JSON.stringify(content).replaceAll(`"${mistake}"`, `"${right}"`));

/** A record outside the bin that holds the mistake. */
export function oneOf(program: Program, fits: (record: Stored) => boolean = () => true): Stored {
  const found = [...storedRecords(program).values()].find(
    (record) => holds(record, mistake) && !record.binned && fits(record),
  );
  if (!found) throw new Error('there is no such record');
  return found;
}

/** Records in every state that hold the mistake, which is retired and has a successor. */
export async function openWithMistake(): Promise<Program> {
  const program = await openTraining(220, 5, { now: '2026-11-20T10:00:00Z' });
  await program.call('reference.add', aBody());
  await retire(program, mistake, '2026-11-19', right);
  const { id, revision } = oneOf(program, ({ state }) => state === 'complete');
  await program.call('record.bin', { id, revision, reason });
  return program;
}
