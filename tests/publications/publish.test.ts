import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { StatisticTable } from '#shared/contract/statistics.ts';
import { type Program, signInAs } from '../program/open-program.ts';
import {
  bin,
  databaseOf,
  dayBefore,
  identifiedIn,
  identifiedOn,
  publish,
  publishingOffice,
  revokeOne,
  writtenAgain,
} from './invented-office.ts';

/** Every figure by table, row and column. */
function figures(tables: readonly StatisticTable[]): Map<string, number | null> {
  return new Map(
    tables.flatMap(({ id, part, rows, columns, cells }) =>
      rows.flatMap((row, r) =>
        columns.map((column, c) => {
          const key = JSON.stringify([part === null ? id : `${id}.${part}`, row.label, column.label]);
          return [key, cells[r]?.[c]?.count ?? null] as const;
        }),
      ),
    ),
  );
}

/** Figures of both tables of T16 as they are. */
async function figuresNow(program: Program): Promise<Map<string, number | null>> {
  return figures((await program.call('statistics.table', { id: 'T16', period: '2025', view: 'internal' })).tables);
}

test('what was published reads the same after records were corrected; the sheet lists just what changed; a digest from paper is found', async () => {
  const program = await publishingOffice(80);
  const before = await figuresNow(program);
  const { id, digest, tables } = await publish(program, { kind: 'table', id: 'T16' });
  const [json, html] = [await writtenAgain(program, id, 'json'), await writtenAgain(program, id, 'pdf', 'mk')];

  await revokeOne(program, identifiedIn(program, '2025'));
  const revoked = await program.call('publication.corrections', { id, view: 'internal' });
  // The decision goes on counting; that it was revoked stands on the sheet.
  expect(revoked.tables.flatMap(({ corrections }) => corrections)).toEqual([]);
  expect((revoked.revoked?.now ?? 0) - (revoked.revoked?.before ?? 0)).toBe(1);

  await bin(program, identifiedIn(program, '2025').slice(0, 6));
  // Later, but not so late that the session is locked.
  program.clock = { now: () => new Date('2026-11-20T10:06:00Z') };
  expect(await writtenAgain(program, id, 'json')).toBe(json);
  expect(await writtenAgain(program, id, 'pdf', 'mk')).toBe(html);
  const now = await figuresNow(program);
  const changed = [...before].filter(([key, count]) => now.get(key) !== count).map(([key]) => key);
  const sheet = await program.call('publication.corrections', { id, view: 'internal' });
  const listed = sheet.tables.flatMap(({ name, corrections }) =>
    corrections.map(({ row, column, before: was, now: is }) => {
      const key = JSON.stringify([name, row, column]);
      expect([was, is]).toEqual([before.get(key), now.get(key)]);
      return key;
    }),
  );
  expect(changed.length).toBeGreaterThan(5);
  expect(listed.toSorted()).toEqual(changed.toSorted());
  // What stood on paper is told apart from the true figure of then.
  const corrections = sheet.tables.flatMap((each) => each.corrections);
  expect(corrections.some(({ published, before: was }) => published === null && was !== null)).toBe(true);
  expect(corrections.every(({ published, before: was }) => published === null || published === was)).toBe(true);

  const of = (typed: string) => program.call('publication.check-digest', { digest: typed });
  const printed = digest.toUpperCase().replace(/(.{4})(?=.)/g, '$1-');
  for (const typed of [digest, printed, printed.replaceAll('-', ' · ').replaceAll('0', 'O').replaceAll('1', 'l')]) {
    expect(await of(typed)).toMatchObject({
      digest: printed,
      found: [{ publication: { id }, table: null, isIntact: true }],
    });
  }
  const [table] = tables;
  expect(await of(table?.digest ?? '')).toMatchObject({ found: [{ publication: { id }, table: table?.name }] });
  expect(await of('0000-0000-0000-0000')).toEqual({ digest: '0000-0000-0000-0000', found: [] });
  expect(await of('K9 2025')).toEqual({ digest: null, found: [] });

  // Withdrawn, it says so on paper and in files; what it stated, and its digest, are the same.
  await program.call('publication.withdraw', { id, reason: 'Wrong cover' });
  const again = JSON.parse(await writtenAgain(program, id, 'json'));
  expect([again.summary, again.withdrawn.reason]).toEqual([JSON.parse(json).summary, 'Wrong cover']);
  expect(await writtenAgain(program, id, 'pdf', 'mk')).toContain('повлечена на 20.11.2026. Причина: Wrong cover');

  // One figure altered in the file by somebody who holds the key.
  const { content } = databaseOf(program).prepare('SELECT content FROM publication').get() as { content: string };
  const altered = content.replace(/"count":(\d+)/, (_, count) => `"count":${Number(count) + 1}`);
  databaseOf(program).prepare('UPDATE publication SET content = ?').run(altered);
  expect(await of(digest)).toMatchObject({ found: [{ isIntact: false }] });
  const file = join(program.folder, 'altered.json');
  const reply = await program.send('publication.write', { id, language: 'en', format: 'json', file });
  expect(reply).toMatchObject({ ok: false, error: { code: 'PUBLICATION_DAMAGED' } });
  await signInAs(program, ['officer']);
  expect(await program.send('publication.corrections', { id, view: 'public' })).toMatchObject({
    error: { code: 'FORBIDDEN' },
  });
});

test('a period that overlaps an earlier one is refused with the tables named, and nothing goes out', async () => {
  const program = await publishingOffice(150);
  // The year but for the days on which its last three victims were identified.
  const lastDays = identifiedOn(program, '2025').toSorted().slice(-3);
  const shorter = `2025-01-01..${dayBefore(lastDays[0] ?? '')}`;
  await publish(program, { kind: 'table', id: 'T15', period: '2024' });
  // Interrupted between remembering and writing: the file may be out, so it counts as out.
  const begun = { id: 'T15', period: shorter, view: 'public', language: 'en', format: 'csv' } as const;
  const tooLong = join(program.folder, `${'t'.repeat(245)}.csv`);
  expect(await program.send('report.write', { ...begun, file: tooLong })).toMatchObject({ ok: false });
  // A folder that cannot take the file is noticed before anything is counted, so nothing was begun.
  const nowhere = join(program.folder, 'gone', 'table.csv');
  expect(await program.send('report.write', { ...begun, file: nowhere })).toMatchObject({
    error: { code: 'FILE_WRITE_FAILED', params: { file: nowhere } },
  });
  const { publications } = await program.call('publication.list', {});
  expect(publications.map(({ way, period }) => [way, period.text])).toEqual([
    ['begun', shorter],
    ['published', '2024'],
  ]);
  const refused = await program.send('publication.publish', { kind: 'table', id: 'T15', period: '2025' });
  expect(refused).toMatchObject({
    ok: false,
    error: { code: 'BETRAYS_GROUP', params: { tables: 'T15', earlier: `T15 ${shorter}`, threshold: 5 } },
  });
  // A print in the public view is out as much as a publication.
  const file = join(program.folder, 'table.csv');
  const print = { id: 'K9', period: '2025', language: 'en', format: 'csv', file } as const;
  expect(await program.send('report.write', { ...print, view: 'public' })).toMatchObject({
    error: { code: 'BETRAYS_GROUP', params: { tables: 'K9', earlier: `T15 ${shorter}` } },
  });
  // A trend repeats the count of the year.
  expect(await program.send('report.write', { ...print, id: 'T42', view: 'public' })).toMatchObject({
    error: { code: 'BETRAYS_GROUP' },
  });
  expect(() => readFileSync(file)).toThrow();
  await program.call('report.write', { ...print, view: 'internal' });
  const audited = databaseOf(program).prepare(`SELECT count(*) AS n FROM audit_entry WHERE outcome = 'BETRAYS_GROUP'`);
  expect(audited.get()?.n).toBe(3);
  expect((await program.call('publication.list', {})).publications).toHaveLength(2);

  // With more hidden it can go out, and reads the same on the sheet for as long as nothing was corrected.
  const subject = { kind: 'table', id: 'T15', period: '2025' } as const;
  const { betrayals, hidesMore } = await program.runJob('publication.preview', subject);
  expect([betrayals, hidesMore]).toEqual([[], [{ table: 'T15', figures: expect.any(Number) }]]);
  const { id } = await publish(program, { ...subject, hideMore: true });
  const sheet = await program.call('publication.corrections', { id, view: 'public' });
  expect(sheet.tables).toEqual([expect.objectContaining({ corrections: [], withheld: false })]);
});

test('the same again, another table and another year are let through; few persons recorded since are not', async () => {
  const program = await publishingOffice(150);
  const file = join(program.folder, 'table.csv');
  for (const [id, period] of [
    ['T15', '2025'],
    ['T15', '2025'],
    ['T16', '2025'],
    ['T15', '2024'],
  ] as const) {
    await program.call('report.write', { id, period, view: 'public', language: 'en', format: 'csv', file });
  }
  await publish(program);
  const { publications } = await program.call('publication.list', {});
  expect(publications.map(({ statistic, way, period }) => [statistic, way, period.text])).toEqual([
    [null, 'published', '2025'],
    ['T15', 'written', '2024'],
    ['T16', 'written', '2025'],
    ['T15', 'written', '2025'],
  ]);
  const id = publications[0]?.id ?? '';
  await program.call('publication.withdraw', { id, reason: 'Wrong institution on the cover' });
  await bin(program, identifiedIn(program, '2025').slice(0, 2));
  const subject = { kind: 'summary', id: null, period: '2025' } as const;
  const { jobId } = await program.call('publication.preview', subject);
  // A table asked for meanwhile is answered, and the comparison can be stopped.
  await program.call('statistics.table', { id: 'K9', period: '2025', view: 'public' });
  await program.call('job.cancel', { jobId });
  await expect
    .poll(() => program.events.at(-1), { timeout: 60_000 })
    .toMatchObject({ payload: { jobId, outcome: { ok: false } } });
  const { tables, betrayals } = await program.runJob('publication.preview', subject);
  expect(betrayals).toContainEqual(expect.objectContaining({ table: 'K9', reason: 'changed' }));
  expect(betrayals.flatMap(({ earlier }) => earlier.map(({ publication }) => publication))).toContain(id);
  const without = betrayals.map(({ table }) => table);
  if (without.length < tables.length) {
    const rest = await publish(program, { without });
    expect(rest.tables.map(({ name }) => name)).toEqual(tables.filter((name) => !without.includes(name)));
  }
  // The trend of a later year repeats the corrected count: it is left out by name, the others go out.
  const trend = { kind: 'table', id: 'T42', period: '2026' } as const;
  const ofTrend = await program.runJob('publication.preview', trend);
  expect(ofTrend.betrayals).toContainEqual(
    expect.objectContaining({
      table: 'T42.identified',
      reason: 'changed',
      earlier: [expect.objectContaining({ table: 'K9', period: '2025' })],
    }),
  );
  const others = ofTrend.tables.filter((name) => !ofTrend.betrayals.some(({ table }) => table === name));
  const sent = await publish(program, { ...trend, without: ofTrend.betrayals.map(({ table }) => table) });
  expect(sent.tables.map(({ name }) => name)).toEqual(others);
  const sheet = await program.call('publication.corrections', { id, view: 'public' });
  expect(sheet.tables).toContainEqual(expect.objectContaining({ name: 'K9', withheld: true, corrections: [] }));
});
