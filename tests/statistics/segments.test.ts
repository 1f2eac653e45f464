/** Columns that were stored and taken up again say what the records say, whatever happened in between. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LiveStore } from '#electron/services/statistics/counted-records.ts';
import { registerOf } from '#shared/dictionary/registers.ts';
import { registerKinds } from '#shared/dictionary/vocabulary.ts';
import { dumpStore } from './dump-store.ts';
import { type KeptRegister, openKeptRegister, version } from './kept-register.ts';

describe.each(registerKinds)('stored columns of a register of %s', (kind) => {
  const dump = (live: LiveStore) => {
    live.catchUp();
    return dumpStore(live.store, registerOf(kind));
  };
  const records = { victims: 30, justice: 14 }[kind];

  test('equal those read from the records after any sequence of changes, and after a flush cut off anywhere', async () => {
    const kept = await openKeptRegister(kind, records);
    const happened = new Map<string, number>();
    let live = kept.open();
    const step = fc.record({
      what: fc.constantFrom(...Object.keys(kept.happenings), 'flush', 'cut', 'reopen'),
      pick: fc.nat(1_000),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        for (const { what, pick } of steps) {
          const done = kept.happenings[what]?.(pick) ?? true;
          if (what === 'flush') await kept.flush(live);
          else if (what === 'cut') await kept.flush(live, pick % 4);
          else if (what === 'reopen') live = kept.open();
          else if (pick % 3 === 0) live.catchUp();
          if (done) happened.set(what, (happened.get(what) ?? 0) + 1);
        }
        const expected = dump(kept.readAnew());
        expect(dump(live)).toEqual(expected);
        expect(dump(kept.open())).toEqual(expected);
      }),
      { numRuns: 9, seed: 20_261_127, endOnFailure: true },
    );
    // Nothing of it was refused every time.
    expect([...happened.keys()].sort()).toEqual([...Object.keys(kept.happenings), 'cut', 'flush', 'reopen'].sort());
  }, 60_000);

  /** Records in two segments, both stored. */
  async function openStored(): Promise<KeptRegister> {
    const kept = await openKeptRegister(kind, 12);
    kept.happenings.fillSegment?.(0);
    kept.happenings.import?.(0);
    const live = kept.open();
    live.catchUp();
    await kept.flush(live);
    return kept;
  }
  const readFromRecords = (live: LiveStore | undefined): readonly number[] | undefined => live?.kept?.unsaved;

  test('are taken as they are where nothing changed, and made anew where they may be wrong', async () => {
    const kept = await openStored();
    const expected = dump(kept.readAnew());
    const openedWith = (sql: string, of = version): LiveStore => {
      kept.database.sql.exec(`SAVEPOINT before; ${sql}`);
      const live = kept.open(of);
      expect(dump(live), sql).toEqual(expected);
      kept.database.sql.exec('ROLLBACK TO before; RELEASE before');
      return live;
    };
    expect(readFromRecords(openedWith(''))).toEqual([]);
    const second = `"name" = '${kept.entity} 1'`;
    const damages = {
      damaged: `SET "content" = CAST(substr("content", 1, 900) || x'5a5a' || substr("content", 903) AS BLOB) WHERE ${second}`,
      'cut off': `SET "content" = substr("content", 1, 900) WHERE ${second}`,
      'a text': `SET "content" = 'text' WHERE ${second}`,
      empty: `SET "content" = x'' WHERE ${second}`,
      'of another change': `SET "change_number" = "change_number" - 1 WHERE ${second}`,
      'of another place': `SET "name" = '${kept.entity} 2' WHERE ${second}`,
    };
    for (const [what, damage] of Object.entries(damages)) {
      expect(readFromRecords(openedWith(`UPDATE "column_segment" ${damage}`)), what).toEqual([1]);
    }
    const copy = `(SELECT "content" FROM "column_segment" WHERE "name" = '${kept.entity} 0')`;
    expect(readFromRecords(openedWith(`UPDATE "column_segment" SET "content" = ${copy} WHERE ${second}`))).toEqual([1]);
    expect(
      readFromRecords(openedWith(`UPDATE "column_segment" SET "content" = x'5b31' WHERE "name" LIKE '% -1'`)),
    ).toEqual([]);
    expect(readFromRecords(openedWith('', '0.0.9'))).toEqual([0, 1]);
    expect(readFromRecords(openedWith('', '0.2.0'))).toEqual([0, 1]);
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    process.env.TZ = timeZone === 'Asia/Tokyo' ? 'Europe/Tirane' : 'Asia/Tokyo';
    try {
      const elsewhere = kept.open();
      expect(dump(elsewhere)).toEqual(dump(kept.readAnew()));
      expect(readFromRecords(elsewhere)).toEqual([0, 1]);
    } finally {
      process.env.TZ = timeZone;
    }
  });

  test('say what they hold everything of, so that a year of changes elsewhere is not read again', async () => {
    const kept = await openStored();
    const live = kept.open();
    live.catchUp();
    const before = live.kept?.stored() ?? new Map();
    kept.happenings.import?.(0);
    const now = live.catchUp();
    expect(live.kept?.unsaved).toEqual([1]);
    await kept.flush(live);
    expect(live.kept?.unsaved).toEqual([]);
    expect(live.kept?.stored()).toEqual(
      new Map([
        [0, now],
        [1, now],
      ]),
    );
    expect(before.get(0)).toBeLessThan(now);
  });
});
