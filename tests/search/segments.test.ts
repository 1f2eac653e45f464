import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tablesOf } from '#electron/database/registers.ts';
import {
  forgetNames,
  loadSegment,
  type NameSegment,
  storeSegment,
} from '#electron/database/repositories/name-segments.ts';
import { segmentRows } from '#electron/database/repositories/segments.ts';
import { EntityNames } from '#electron/services/names/entity-names.ts';
import { createNameReader } from '#electron/services/names/name-reader.ts';
import { openSegment, sealSegment } from '#electron/services/names/segment-cipher.ts';
import type { RecordSession } from '#electron/services/records/record-session.ts';
import { personFieldsOf } from '#shared/dictionary/person-fields.ts';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import type { NameEntry } from '#shared/names/name-entry.ts';
import { searchTyped } from '#shared/names/typed-search.ts';
import { openTestRegister, registerId, type TestRegister } from '../records/test-register.ts';

let opened: TestRegister;
let officer: RecordSession;
beforeEach(() => {
  opened = openTestRegister();
  officer = opened.as('officer');
});
afterEach(() => opened.close());

const { roots } = tablesOf('victims');
const named = roots.flatMap((root) => {
  const fields = personFieldsOf(indexOfKind('victims'), root.entity.id);
  return fields ? [{ root, fields }] : [];
});
const { root, fields } = named[0] as (typeof named)[number];

/** The index of the test register as its thread would build it; what it hands over goes through `take`. */
async function build(
  take: (segment: NameSegment) => void = (sealed) => void storeSegment(opened.database, root, sealed),
) {
  const { database, vaultKey } = opened;
  const parts = { database, vaultKey, registerId, root, fields };
  const reader = createNameReader(parts);
  let read = 0;
  const names = new EntityNames({
    ...parts,
    reader: {
      segment: (segment) => {
        read += 1;
        return reader.segment(segment);
      },
      records: reader.records,
    },
    handOver: async (segment) => take(segment),
    breath: async () => undefined,
    limits: { ofSegment: 200, atOnce: 60, untilSealed: 20 },
  });
  await names.build();
  const find = (text: string): number[] => {
    names.follow();
    return searchTyped(names.index?.levels ?? [], { text, limit: 50, owner: null }).hits.map(({ seq }) => seq);
  };
  return { names, find, segmentsRead: () => read };
}

/** Registers somebody and returns her record's id. */
function enter(first_name: string, last_name: string, more: Record<string, string> = {}): string {
  const { meta } = opened.records.create(officer, 'victim');
  const content = { values: { consent_given: 'yes' }, groups: {} };
  const saved = opened.records.save(officer, { id: meta.id, revision: meta.revision, content, reason: null });
  const values = { first_name, last_name, ...more };
  opened.records.identities.save(officer, { recordId: meta.id, revision: saved.meta.revision, values });
  return meta.id;
}

const storedSegment = (): NameSegment => {
  const found = loadSegment(opened.database, 'victim', 0);
  if (!found) throw new Error('no segment is stored');
  return found;
};

describe('sealed segments', () => {
  const place = { registerId, entity: 'victim', segment: 3, changeNumber: 41 };
  const entry: NameEntry = {
    seq: 7,
    mark: 5,
    given: ['vlora'],
    family: ['gjonaj', 'хоџа'],
    birth: { earliest: 10_000, latest: 10_364 },
    sex: 'female',
    citizenships: ['ALB', 'XKX'],
    number: '123',
    owners: ['a', 'b'],
  };
  const bare: NameEntry = { ...entry, seq: 9, given: [], birth: null, sex: null, citizenships: [], number: null };

  test('open with what was sealed, only with the vault key and only at their place and change', () => {
    const key = randomBytes(32);
    const sealed = sealSegment(key, place, [entry, bare]);
    expect(openSegment(key, place, sealed)).toEqual([entry, bare]);
    expect(openSegment(randomBytes(32), place, sealed)).toBeNull();
    for (const other of [{ registerId: 'x' }, { entity: 'suspect' }, { segment: 4 }, { changeNumber: 42 }]) {
      expect(openSegment(key, { ...place, ...other }, sealed)).toBeNull();
    }
    const flipped = Buffer.from(sealed);
    flipped[40] = (flipped[40] ?? 0) ^ 1;
    expect(openSegment(key, place, flipped)).toBeNull();
    expect(openSegment(key, place, sealed.subarray(0, 20))).toBeNull();
  });

  test('say nothing without the vault key, and the same names never look the same', async () => {
    enter('Zzyxanta', 'Qwordova', { date_of_birth: '1990-01-01' });
    enter('Zzyxanta', 'Qwordova', { date_of_birth: '1991-01-01' });
    await build();
    const first = Buffer.from(storedSegment().content);
    opened.database.sql.exec('DELETE FROM name_segment');
    await build();
    const second = Buffer.from(storedSegment().content);
    for (const word of ['zzyxanta', 'qwordova', 'Zzyxanta']) expect(first.includes(word)).toBe(false);
    expect(first.equals(second)).toBe(false);
    // No column of the two records is alike that tells the name: what they share is what every record shares.
    const rows = opened.database.sql.prepare('SELECT * FROM victim_identity').all() as Record<string, unknown>[];
    for (const column of ['sealed', 'match_key', 'birth_key']) {
      expect(new Set(rows.map((row) => String(row[column]))).size, column).toBe(2);
    }
  });
});

describe('the next start', () => {
  test('takes the names from the segments and reads only what changed since', async () => {
    enter('Vlora', 'Gjonaj');
    const later = enter('Drita', 'Hoxha');
    const first = await build();
    expect(first.segmentsRead()).toBe(1);
    const { meta } = opened.records.open(officer, later);
    const values = { first_name: 'Drita', last_name: 'Kastrati' };
    opened.records.identities.save(officer, { recordId: later, revision: meta.revision, values });
    enter('Besa', 'Murati');
    const second = await build();
    expect(second.segmentsRead()).toBe(0);
    expect(second.find('gjonaj')).toHaveLength(1);
    expect(second.find('hoxha')).toHaveLength(0);
    expect(second.find('kastrati drita')).toHaveLength(1);
    expect(second.find('besa')).toHaveLength(1);
  });

  test.each([
    ['damaged', "UPDATE name_segment SET content = substr(content, 1, 60) || x'00' || substr(content, 62)"],
    ['of another change', 'UPDATE name_segment SET change_number = change_number + 1'],
    ['of another segment', 'UPDATE name_segment SET segment = 1'],
    ['empty', "UPDATE name_segment SET content = x''"],
  ])('throws away a segment that is %s, reads the vault and seals it anew', async (_what, sql) => {
    enter('Vlora', 'Gjonaj');
    await build();
    opened.database.sql.exec(sql);
    const again = await build();
    expect(again.segmentsRead()).toBeGreaterThan(0);
    expect(again.find('gjonaj')).toHaveLength(1);
    expect((await build()).segmentsRead()).toBe(0);
  });

  test('seals anew after many changes, and builds anew after very many', async () => {
    enter('Vlora', 'Gjonaj');
    const { names, find, segmentsRead } = await build();
    const enterMany = (count: number): void => {
      for (let at = 0; at < count; at += 1) enter('Besa', 'Murati');
    };
    enterMany(21);
    expect(find('murati')).toHaveLength(21);
    expect(names.isToBeSealed).toBe(true);
    const before = storedSegment().changeNumber;
    await names.sealAnew();
    expect(names.isToBeSealed).toBe(false);
    expect(storedSegment().changeNumber).toBeGreaterThan(before);
    expect(segmentsRead()).toBe(2);
    expect((await build()).segmentsRead()).toBe(0);
    enterMany(61);
    names.follow();
    expect(names.index).toBeNull();
    await names.build();
    expect(names.index?.size).toBe(83);
  });
});

describe('a record that is erased', () => {
  const erase = (id: string): void => {
    opened.database.write(() => {
      forgetNames(opened.database, roots, [id]);
      for (const sql of ['DELETE FROM victim_identity WHERE record_id = ?', 'DELETE FROM victim WHERE id = ?']) {
        opened.database.sql.prepare(sql).run(id);
      }
      opened.database.sql.prepare(`INSERT INTO change (entity, record_id, at) VALUES ('victim', ?, '')`).run(id);
    });
  };

  test('is gone from memory at the next question and from the segments at once', async () => {
    const id = enter('Vlora', 'Gjonaj');
    enter('Drita', 'Hoxha');
    const { find } = await build();
    expect(find('gjonaj')).toHaveLength(1);
    erase(id);
    expect(loadSegment(opened.database, 'victim', 0)).toBeNull();
    expect(find('gjonaj')).toHaveLength(0);
    expect(find('hoxha')).toHaveLength(1);
    const again = await build();
    expect(again.find('gjonaj')).toHaveLength(0);
    expect(again.find('hoxha')).toHaveLength(1);
  });

  test('does not come back with a segment that was sealed before and is stored after', async () => {
    const id = enter('Vlora', 'Gjonaj');
    const late: NameSegment[] = [];
    await build((segment) => late.push(segment));
    erase(id);
    expect(late).toHaveLength(1);
    for (const segment of late) expect(storeSegment(opened.database, root, segment)).toBe(false);
    expect(loadSegment(opened.database, 'victim', 0)).toBeNull();
  });

  test('keeps its segment where the erasing is given up, and takes all where nobody can say which', async () => {
    const id = enter('Vlora', 'Gjonaj');
    await build();
    expect(() =>
      opened.database.write(() => {
        forgetNames(opened.database, roots, [id]);
        throw new Error('given up');
      }),
    ).toThrow('given up');
    expect(loadSegment(opened.database, 'victim', 0)).not.toBeNull();
    forgetNames(opened.database, roots, ['019a0000-0000-7000-8000-00000000ffff']);
    expect(loadSegment(opened.database, 'victim', 0)).toBeNull();
  });

  test('takes only its own segment with it', async () => {
    const first = enter('Vlora', 'Gjonaj');
    const second = enter('Drita', 'Hoxha');
    opened.database.sql.pragma('foreign_keys = OFF');
    opened.database.sql.prepare('UPDATE victim SET seq = ? WHERE id = ?').run(segmentRows + 5, second);
    await build();
    expect(loadSegment(opened.database, 'victim', 1)).not.toBeNull();
    erase(first);
    expect(loadSegment(opened.database, 'victim', 0)).toBeNull();
    expect(loadSegment(opened.database, 'victim', 1)).not.toBeNull();
  });
});
