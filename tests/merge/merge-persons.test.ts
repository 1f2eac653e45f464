/** A person who was registered twice keeps one code; her registrations follow each other, and tables count one person. */
import { expect, test } from 'vitest';
import type { Program } from '../program/open-program.ts';
import { answers, type Opened, openAgain, openInvented, reason, singles } from './invented-office.ts';

const theSame = 'Recognised on the photograph.';

async function twoPersons() {
  const program = await openInvented();
  const [a, b] = await singles(program, ['complete', 'verified']);
  if (!a || !b) throw new Error('the invented register holds two persons');
  const { registrations } = await program.call('merge.prepare', { id: a.meta.id, other: b.meta.id });
  if (registrations === null) throw new Error('they are two persons');
  return { program, a, b, registrations };
}

type Registrations = Awaited<ReturnType<typeof twoPersons>>['registrations'];

const decided = (registrations: Registrations) =>
  registrations.map(({ id, revision, episode, relation }) => ({
    id,
    revision,
    episode,
    relation: relation || 'same_trafficking',
  }));

const link = (program: Program, code: string | null, registrations: Registrations) =>
  program.send('merge.persons', { code: code ?? '', registrations: decided(registrations), reason: theSame });

/** Victims formally identified in a year. */
async function identified(program: Program, year: string): Promise<number | null> {
  const { tables } = await program.call('statistics.table', { id: 'T15', period: year, view: 'internal' });
  return tables[0]?.population.counted ?? null;
}

test('both registrations bear the code that was chosen, the later one as the second, with the reason in the history', async () => {
  const { program, a, b, registrations } = await twoPersons();
  expect(registrations.map(({ episode }) => episode)).toEqual([1, 2]);
  expect(await link(program, a.meta.code, registrations)).toMatchObject({ ok: true });
  const both = [await openAgain(program, a), await openAgain(program, b)];
  expect(both.map(({ meta }) => meta.code)).toEqual([a.meta.code, a.meta.code]);
  expect(both.map(({ content }) => content.values['victim_code'])).toEqual([a.meta.code, a.meta.code]);
  expect(both.map(({ content }) => content.values['episode_no']).toSorted()).toEqual([1, 2]);
  const { changes } = await program.call('record.history', { id: b.meta.id });
  expect(changes.find(({ event }) => event === 'person-linked')).toMatchObject({
    after: { code: a.meta.code, from: b.meta.code },
    reason: theSame,
  });
  // The rules of each now know the other.
  expect(both[0]?.context.otherRegistrations.map(({ recordId }) => recordId)).toEqual([b.meta.id]);
  expect((await program.call('merge.prepare', { id: a.meta.id, other: b.meta.id })).registrations).toBe(null);
});

test('a new trafficking makes the later registration re-trafficking, or asks for what is missing', async () => {
  const { program, a, registrations } = await twoPersons();
  const later = registrations[1];
  if (!later) throw new Error('there are two');
  const chosen = [registrations[0], { ...later, relation: 'new_trafficking' }] as Registrations;
  expect(await link(program, a.meta.code, chosen)).toMatchObject({ ok: true });
  const opened = await program.call('record.open', { id: later.id });
  const { findings } = await program.call('record.check', { id: later.id });
  const speaks = findings.some(({ rule, level }) => rule === 'R25' && level === 'hard');
  expect(opened.meta.state === 'returned_for_correction').toBe(speaks);
});

test('taking it back gives each her own code and number again', async () => {
  const { program, a, b, registrations } = await twoPersons();
  const { id } = await program.call('merge.persons', {
    code: a.meta.code ?? '',
    registrations: decided(registrations),
    reason: theSame,
  });
  await program.call('merge.undo', { id, reason });
  const both = [await openAgain(program, a), await openAgain(program, b)];
  expect(both.map(({ meta }) => meta.code)).toEqual([a.meta.code, b.meta.code]);
  expect(both.map(answers)).toEqual([a, b].map((each: Opened) => answers(each)));
});

test('a decision that leaves out a registration under these codes is refused, and so is a strange code', async () => {
  const { program, a, registrations } = await twoPersons();
  expect(await link(program, a.meta.code, registrations)).toMatchObject({ ok: true });
  const [c] = await singles(program, ['complete']);
  const now = await openAgain(program, a);
  if (!c) throw new Error('there is a third person');
  const two = [now, c].map(({ meta }, position) => ({
    id: meta.id,
    revision: meta.revision,
    episode: position + 1,
    relation: position === 0 ? 'first_registration' : 'same_trafficking',
  }));
  const send = (code: string | null) =>
    program.send('merge.persons', { code: code ?? '', registrations: two, reason: theSame });
  expect(await send(a.meta.code)).toMatchObject({ error: { code: 'STALE_REVISION' } });
  expect(await send('V-2026-0001-X')).toMatchObject({ error: { code: 'INVALID_INPUT' } });
});

test('tables count one person where there were two', async () => {
  const program = await openInvented();
  const yearOf = ({ content }: Opened) => String(content.values['identification_date']).slice(0, 4);
  const all = (await singles(program, ['complete', 'verified'])).filter(
    (each) => each.content.values['trafficking_status'] === 'formally_identified',
  );
  const a = all.find((each, at) => all.slice(at + 1).some((other) => yearOf(other) === yearOf(each)));
  const b = all.find((each) => a !== undefined && each !== a && yearOf(each) === yearOf(a));
  if (!a || !b) throw new Error('two persons were identified in one year');
  const before = await identified(program, yearOf(a));
  const { registrations } = await program.call('merge.prepare', { id: a.meta.id, other: b.meta.id });
  expect(await link(program, a.meta.code, registrations ?? [])).toMatchObject({ ok: true });
  expect(before).toBeGreaterThan(1);
  expect(await identified(program, yearOf(a))).toBe((before ?? 0) - 1);
});
