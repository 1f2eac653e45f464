/** What was erased stands in no stored column: not in the segment, not in a free page, not in the journal. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyLog } from '#electron/database/empty-log.ts';
import { loadColumnSegment } from '#electron/database/repositories/column-segments.ts';
import { databaseFile } from '#electron/security/header.ts';
import { registerOf } from '#shared/dictionary/registers.ts';
import { registerKinds } from '#shared/dictionary/vocabulary.ts';
import { countHits, readPages } from '../retention/raw-pages.ts';
import { dumpStore } from './dump-store.ts';
import { type KeptRegister, openKeptRegister } from './kept-register.ts';

/** An id as columns keep it: nothing else of a register writes it in these bytes. */
function bytesOfId(id: string): Buffer {
  const digits = id.replaceAll('-', '');
  return Buffer.from(Uint32Array.from([0, 8, 16, 24], (at) => Number.parseInt(digits.slice(at, at + 8), 16)).buffer);
}

const pagesWith = ({ program, session }: KeptRegister, needle: Buffer): number => {
  const pages = readPages(join(program.register, databaseFile), session.register.keys.data);
  const { file, log } = countHits(pages, [needle]);
  return file + log;
};

test.each(registerKinds)('erasing a record of a register of %s takes its columns off the disk', async (kind) => {
  const kept = await openKeptRegister(kind, 12);
  const { database, session, entity } = kept;
  const live = kept.open();
  live.catchUp();
  await kept.flush(live);
  const rows = database.prepare(`SELECT "id", "code" FROM "${entity}" WHERE "completed_revision" IS NOT NULL`).all();
  const [gone, stays] = rows.map(({ id, code }) => ({ id: bytesOfId(String(id)), code: Buffer.from(String(code)) }));
  if (!gone || !stays) throw new Error('too few records');
  const holds = (needle: Buffer): boolean =>
    Buffer.from(loadColumnSegment(database, entity, 0)?.content ?? []).includes(needle);
  expect([gone.id, gone.code, stays.id].map(holds)).toEqual([true, true, true]);
  expect(pagesWith(kept, gone.id)).toBeGreaterThan(0);
  const late = live.kept?.make(0, live.catchUp());

  kept.erase(String(rows[0]?.id));
  expect(emptyLog(database)).toBe(true);
  expect(loadColumnSegment(database, entity, 0)).toBeNull();
  expect(pagesWith(kept, gone.id)).toBe(0);

  // A segment made before and stored after does not bring it back.
  expect(late).toBeDefined();
  if (late) expect(kept.store(late)).toBe(false);
  expect(loadColumnSegment(database, entity, 0)).toBeNull();
  live.catchUp();
  await kept.flush(live);
  expect(emptyLog(database)).toBe(true);
  expect([gone.id, gone.code, stays.id].map(holds)).toEqual([false, false, true]);
  expect(pagesWith(kept, gone.id)).toBe(0);
  const again = kept.open();
  again.catchUp();
  expect(again.kept?.unsaved).toEqual([]);
  const fresh = kept.readAnew();
  fresh.catchUp();
  expect(dumpStore(again.store, registerOf(kind))).toEqual(dumpStore(fresh.store, registerOf(session.register.kind)));
});
