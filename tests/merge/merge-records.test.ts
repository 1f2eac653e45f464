/** One registration that was entered twice: nothing is lost by making it one, and the way back is open. */
import { expect, test } from 'vitest';
import { indexOf } from '#shared/dictionary/register-index.ts';
import { victims } from '#shared/dictionary/registers/victims/register.ts';
import { suggestedChoice } from '#shared/records/merged-content.ts';
import { png } from '../attachments/files.ts';
import { add, list, readAll } from '../attachments/use-attachments.ts';
import { answers, at, identityOf, type Opened, openAgain, openInvented, reason, singles } from './invented-office.ts';

const index = indexOf(victims);

async function pair() {
  const program = await openInvented();
  const [kept, gone] = (await singles(program, ['complete'])).filter(({ allowed }) => allowed.edit);
  if (!kept || !gone) throw new Error('the invented register holds two complete records');
  return { program, kept, gone };
}

const merge = (kept: Opened, gone: Opened, more: { fields?: string[]; identity?: string[]; rows?: string[] } = {}) => ({
  kept: at(kept),
  gone: at(gone),
  fields: [],
  identity: [],
  rows: Object.values(kept.content.groups).flatMap((rows) => rows.map(({ id }) => id)),
  reason,
  ...more,
});

test('the chosen answers and rows stand in the record that stays, and the other lies in the bin as it was', async () => {
  const { program, kept, gone } = await pair();
  const rows = suggestedChoice(index, 'victim', kept.content, gone.content).rows;
  await program.call('merge.records', merge(kept, gone, { fields: ['ethnicity'], rows: [...rows] }));
  const [stays, went] = [await openAgain(program, kept), await openAgain(program, gone)];
  expect(stays.content.values['ethnicity']).toEqual(gone.content.values['ethnicity']);
  expect(stays.content.values['education_level']).toEqual(kept.content.values['education_level']);
  for (const { id: group } of index.groupsOf('victim')) {
    const both = (kept.content.groups[group]?.length ?? 0) + (gone.content.groups[group]?.length ?? 0);
    const chosen = stays.content.groups[group]?.length ?? 0;
    expect(chosen).toBeLessThanOrEqual(both);
    expect(chosen).toBeGreaterThanOrEqual(kept.content.groups[group]?.length ?? 0);
  }
  expect(went.meta.bin).toMatchObject({ reason });
  expect(answers(went)).toEqual(answers(gone));
  const { changes } = await program.call('record.history', { id: kept.meta.id });
  expect(changes.find(({ event }) => event === 'merged')).toMatchObject({ after: { code: gone.meta.code }, reason });
});

test('identifiers, notes and attachments come along, sealed for their new place', async () => {
  const { program, kept, gone } = await pair();
  const picture = png(3, 3);
  await add(program, gone.meta.id, 'Raport.png', picture);
  const at = { entity: 'victim', field: 'sex' };
  await program.call('note.add', { recordId: gone.meta.id, at, text: 'Asked by telephone.' });
  const before = await openAgain(program, gone);
  const [own, other] = [await identityOf(program, kept.meta.id), await identityOf(program, gone.meta.id)];
  await program.call('merge.records', merge(kept, before, { identity: ['first_name'] }));
  expect(await identityOf(program, kept.meta.id)).toMatchObject({
    first_name: other['first_name'],
    last_name: own['last_name'],
    date_of_birth: own['date_of_birth'],
  });
  const { notes } = await program.call('note.list', { recordId: kept.meta.id, reason: null });
  expect(notes).toMatchObject([{ at, text: 'Asked by telephone.' }]);
  const [copy] = await list(program, kept.meta.id);
  expect(copy?.facts?.name).toBe('Raport.png');
  expect((await readAll(program, copy?.id ?? '')).equals(picture)).toBe(true);
  expect(await list(program, gone.meta.id)).toHaveLength(1);
});

test('taking it back gives both records as they were, but keeps what was changed since', async () => {
  const { program, kept, gone } = await pair();
  await add(program, gone.meta.id, 'a.png', png(2, 2));
  const own = await identityOf(program, kept.meta.id);
  const { rows, fields } = suggestedChoice(index, 'victim', kept.content, gone.content);
  const choice = { rows: [...rows], fields: [...new Set([...fields, 'ethnicity', 'sex'])], identity: ['last_name'] };
  const { id } = await program.call('merge.records', merge(kept, await openAgain(program, gone), choice));
  const between = await openAgain(program, kept);
  await program.call('record.save', {
    id: kept.meta.id,
    revision: between.meta.revision,
    content: {
      ...between.content,
      values: { ...between.content.values, justice_case_ref: 'PP-12/2026' },
    },
    reason: 'Found in the file.',
  });
  await program.call('merge.undo', { id, reason: 'They were two persons after all.' });
  const [stays, went] = [await openAgain(program, kept), await openAgain(program, gone)];
  expect(answers(stays).values).toEqual({ ...answers(kept).values, justice_case_ref: 'PP-12/2026' });
  expect(stays.content.groups).toEqual(kept.content.groups);
  expect(went.meta.binned).toBe(false);
  expect(answers(went)).toEqual(answers(gone));
  expect(await identityOf(program, kept.meta.id)).toEqual(own);
  expect((await list(program, kept.meta.id)).filter(({ removed }) => removed === null)).toEqual([]);
  expect(await program.call('merge.list', { recordId: kept.meta.id })).toEqual({ merges: [] });
  expect(await program.send('merge.undo', { id, reason })).toMatchObject({ error: { code: 'MERGE_SETTLED' } });
});

test('a verified record must be verified anew, and one that a hard rule refuses goes back for correction', async () => {
  const program = await openInvented();
  const [verified] = await singles(program, ['verified']);
  const [first, second] = await singles(program, ['complete']);
  if (!verified || !first || !second) throw new Error('the invented register holds every state');
  await program.call('merge.records', merge(verified, second));
  expect((await openAgain(program, verified)).meta).toMatchObject({ state: 'complete' });

  const [third] = (await singles(program, ['complete'])).filter(
    ({ meta }) => meta.id !== first.meta.id && meta.id !== verified.meta.id,
  );
  if (!third) throw new Error('the invented register holds a third');
  // Without any episode of exploitation the record is not whole.
  const rows = Object.entries(first.content.groups).flatMap(([group, all]) =>
    group === 'exploitation' || group === 'status_decision' ? [] : all.map(({ id }) => id),
  );
  await program.call('merge.records', merge(first, third, { rows }));
  const stays = await openAgain(program, first);
  expect(stays.meta.state).toBe('returned_for_correction');
  // Tables go on counting what was completed before.
  expect(stays.meta.completedRevision).toBe(first.meta.completedRevision);
  const { merges } = await program.call('merge.list', { recordId: first.meta.id });
  await program.call('merge.undo', { id: merges[0]?.id ?? '', reason });
  expect((await openAgain(program, first)).meta.state).toBe('complete');
});

test('what changed since it was looked at, lies in the bin or is of another type is not merged', async () => {
  const { program, kept, gone } = await pair();
  const send = (input: ReturnType<typeof merge>) => program.send('merge.records', input);
  expect(await send(merge({ ...kept, meta: { ...kept.meta, revision: 7 } }, gone))).toMatchObject({
    error: { code: 'STALE_REVISION' },
  });
  expect(await send(merge(kept, kept))).toMatchObject({ error: { code: 'INVALID_INPUT' } });
  expect(await send(merge(kept, gone, { fields: ['record_status'] }))).toMatchObject({
    error: { code: 'INVALID_INPUT' },
  });
  const other = await program.call('record.create', { entity: 'prevented_case' });
  expect(await send(merge(kept, other))).toMatchObject({ error: { code: 'INVALID_INPUT' } });
  const draft = await program.call('record.create', { entity: 'victim' });
  expect(await send(merge(draft, gone))).toMatchObject({ error: { code: 'MERGE_NEEDS_NUMBER' } });
  await program.call('record.bin', { ...at(gone), reason });
  expect(await send(merge(kept, await openAgain(program, gone)))).toMatchObject({ error: { code: 'RECORD_LOCKED' } });
  expect(answers(await openAgain(program, kept))).toEqual(answers(kept));
});
