/** Articles of criminal law: kept like institutions, in force from day to day, with the range that a sentence is held to. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import { expect, test } from 'vitest';
import type { InputOf } from '#shared/contract/procedure.ts';
import type { recordProcedures } from '#shared/contract/record.ts';
import type { referenceProcedures } from '#shared/contract/reference.ts';
import { noFacts } from '#shared/dictionary/reference-lists/entry-facts.ts';
import { outerRowOf, withinKey } from '#shared/records/content.ts';
import type { GroupRow, RecordContent, Values } from '#shared/records/record.ts';
import type { Row } from '../justice/a-case.ts';
import { type Changes, wholeCase } from '../justice/whole-case.ts';
import { openRegister, type Program } from '../program/open-program.ts';
import { aBody, auditOf, entriesOf, entryOf } from './use-lists.ts';

const refused = (code: string) => expect.objectContaining({ code });
const openCases = () => openRegister(undefined, 'justice');

const anArticle = (more: Partial<InputOf<(typeof referenceProcedures)['reference.add']>> = {}) => ({
  ...noFacts,
  list: 'ARTICLE',
  code: 'cc2030_1',
  names: { sq: 'Neni 1 Shembull', en: 'Article 1 Example' },
  type: 'trafficking_base',
  leastMonths: 60,
  mostMonths: 144,
  activeFrom: '2030-01-01',
  despiteAlike: false,
  ...more,
});

type Content = InputOf<(typeof recordProcedures)['record.save']>['content'];

/** A case as a form sends it: every row with an id of its own. */
function contentOf(changes: Changes): Content {
  const { values, groups } = wholeCase(changes);
  const ids = new Map(
    Object.values(groups)
      .flat()
      .map(({ id }) => [id, newId()]),
  );
  const rowOf = (row: GroupRow): GroupRow => {
    const outer = outerRowOf(row);
    const within: Values = outer === undefined ? {} : { [withinKey]: ids.get(outer) ?? null };
    return { id: ids.get(row.id) ?? '', values: { ...row.values, ...within } };
  };
  const rows = Object.entries(groups).map(([group, held]) => [group, held.map(rowOf)]);
  return { values, groups: Object.fromEntries(rows) } as Content;
}

/** Bodies of the sample of Kosovo*, and codes as the lists have them. */
const known: Changes = {
  case: { prosecutor_office: 'sprk', exploitation_forms: ['begging', 'forced_labour_or_services'] },
  trial: { court: 'court_prishtine' },
};
const charged = (charge: Row, sentence: Row = {}): Changes => ({
  ...known,
  charge,
  sentence,
});

async function savedCase(program: Program, changes: Changes) {
  const opened = await program.call('record.create', { entity: 'case' });
  const { id, revision } = opened.meta;
  await program.call('record.save', { id, revision, content: contentOf(changes), reason: null });
  return program.call('record.open', { id });
}

const rangeIn = ({ groups }: RecordContent) => {
  const { legal_article, charge_min_months, charge_max_months } = groups['charge']?.[0]?.values ?? {};
  return [legal_article, charge_min_months ?? null, charge_max_months ?? null];
};

const partsOf = async (program: Program, id: string, rule: string) =>
  (await program.call('record.check', { id })).findings.filter((found) => found.rule === rule).map(({ part }) => part);

test('only a register that chooses from a list starts with it, and only there it is kept', async () => {
  const cases = await openCases();
  expect(Object.keys((await cases.call('reference.list', {})).lists).toSorted()).toEqual(['ARTICLE', 'INST', 'MUNI']);
  const victims = await openRegister();
  expect(await entriesOf(victims, 'ARTICLE')).toEqual([]);
  await expect(victims.call('reference.add', anArticle())).rejects.toEqual(refused('INVALID_INPUT'));
});

test('an article has an offence, days in force and a range, and its history tells what changed', async () => {
  const program = await openCases();
  await program.call('reference.add', anArticle({ country: 'XKX' }));
  const added = await entryOf(program, 'cc2030_1', 'ARTICLE');
  expect(added).toMatchObject({
    type: 'trafficking_base',
    country: null,
    leastMonths: 60,
    mostMonths: 144,
    life: null,
  });
  const heavier = { ...anArticle({ leastMonths: 120, mostMonths: null, life: true }), revision: added.revision };
  await program.call('reference.correct', heavier);
  expect(await entryOf(program, 'cc2030_1', 'ARTICLE')).toMatchObject({
    leastMonths: 120,
    mostMonths: null,
    life: true,
  });
  const { changes } = await program.call('reference.history', { list: 'ARTICLE', code: 'cc2030_1' });
  expect(changes[0]).toMatchObject({
    change: 'corrected',
    before: { leastMonths: 60, mostMonths: 144, life: null },
    after: { leastMonths: 120, mostMonths: null, life: true },
  });
  expect(auditOf(program, 'reference.correct')[0]?.detail).toMatchObject({
    facts: ['leastMonths', 'mostMonths', 'life'],
  });
});

test.each([
  ['an offence that no list has', { type: 'theft' }],
  ['no offence', { type: null }],
  ['a most below the least', { mostMonths: 59 }],
  ['a most beside life imprisonment', { life: true }],
  ['less than nothing', { leastMonths: -1 }],
  ['half a month', { leastMonths: 60.5 }],
  ['a term that no law knows', { mostMonths: 601 }],
])('an article with %s is refused', async (_what, wrong) => {
  const program = await openCases();
  await expect(program.call('reference.add', anArticle(wrong))).rejects.toEqual(refused('INVALID_INPUT'));
  expect((await entriesOf(program, 'ARTICLE')).some(({ code }) => code === 'cc2030_1')).toBe(false);
});

test('institutions keep their country and know no range', async () => {
  const program = await openCases();
  await program.call('reference.add', aBody({ leastMonths: 60, mostMonths: 12, life: true }));
  expect(await entryOf(program, 'zyra_e_re')).toMatchObject({ ...noFacts, country: 'XKX' });
});

test('a charge takes the range of its article, and a sentence outside it is told softly', async () => {
  const program = await openCases();
  const article = { charge_offence: 'trafficking_base', legal_article: 'cc2019_165' };
  const convicted: Changes = { verdict: { convicted_offence: 'trafficking_base' } };
  const below = await savedCase(program, { ...charged(article, { sentence_months: 59 }), ...convicted });
  expect(rangeIn(below.content)).toEqual(['cc2019_165', 60, 144]);
  expect(await partsOf(program, below.meta.id, 'R35')).toEqual(['below']);
  const above = await savedCase(program, { ...charged(article, { sentence_months: 145 }), ...convicted });
  expect(await partsOf(program, above.meta.id, 'R35')).toEqual(['above']);
  const right = await savedCase(program, { ...charged(article, { sentence_months: 60 }), ...convicted });
  expect(await partsOf(program, right.meta.id, 'R35')).toEqual([]);
  // The offence was in 2023: the code before that of 2019 is told, too, and stays.
  const former = await savedCase(program, charged({ ...article, legal_article: 'cc2012_171' }));
  expect(rangeIn(former.content)).toEqual(['cc2012_171', 60, 144]);
  expect(await partsOf(program, former.meta.id, 'REF')).toEqual(['no_longer']);
});

test('where life imprisonment is possible there is no most, and no sentence is above it', async () => {
  const program = await openCases();
  const life = anArticle({ activeFrom: '2019-04-14', leastMonths: 120, mostMonths: null, life: true });
  await program.call('reference.add', life);
  const charge = { charge_offence: 'trafficking_base', legal_article: life.code };
  const verdict = { convicted_offence: 'trafficking_base' };
  const { meta, content } = await savedCase(program, { ...charged(charge, { sentence_months: 480 }), verdict });
  expect(rangeIn(content)).toEqual([life.code, 120, null]);
  expect(await partsOf(program, meta.id, 'R35')).toEqual([]);
});

test('an imported charge takes the range of its article as a typed one does', async () => {
  const program = await openCases();
  const write = (entity: string, text: string) => {
    const file = join(program.folder, `${entity}.csv`);
    writeFileSync(file, text);
    return { entity, file, encoding: 'auto', delimiter: 'auto' } as const;
  };
  const files = [
    write('case', 'id,registry_no,report_date\n1,PPN/I 1/2025,2025-01-10\n'),
    write('defendant', 'id,case_id,person_type\nd1,1,natural_person\n'),
    write('charge', 'id,defendant_id,charge_offence,legal_article\nc1,d1,trafficking_base,cc2019_165\n'),
  ];
  const imported = await program.runJob('exchange.import', { files, commit: true });
  expect(imported).toMatchObject({ committed: true, problems: [] });
  const row = program.services.sessions
    .current()
    ?.register.database.prepare('SELECT "charge_min_months" AS least, "charge_max_months" AS most FROM "charge"')
    .get();
  expect(row).toEqual({ least: 60, most: 144 });
});

test('when charges move from an article entered by mistake, the range moves with them, and nothing else is set anew', async () => {
  const program = await openCases();
  const mistake = anArticle({ activeFrom: '2019-04-14', leastMonths: 12, mostMonths: 36 });
  await program.call('reference.add', mistake);
  const { meta, content } = await savedCase(program, charged({ legal_article: mistake.code }));
  expect(rangeIn(content)).toEqual([mistake.code, 12, 36]);
  const place = { list: 'ARTICLE', code: mistake.code };
  const { revision } = await entryOf(program, mistake.code, 'ARTICLE');
  const successor = 'cc2019_165';
  await program.call('reference.retire', { ...place, revision, lastDay: '2026-01-31', successor, reason: null });
  await program.runJob('reference.carry-over', { ...place, to: successor, withLocked: true, reason: 'Typed twice.' });
  const moved = await program.call('record.open', { id: meta.id });
  expect(rangeIn(moved.content)).toEqual([successor, 60, 144]);
  const [before] = content.groups['charge'] ?? [];
  const [after] = moved.content.groups['charge'] ?? [];
  const range = { legal_article: successor, charge_min_months: 60, charge_max_months: 144 };
  expect(after).toEqual({ ...before, values: { ...before?.values, ...range } });
  expect({ ...moved.content.groups, charge: [] }).toEqual({ ...content.groups, charge: [] });
});
