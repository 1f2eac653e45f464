/** What the program publishes of criminal proceedings is counted a second time, by other code, from its export. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RuleSubject } from '#shared/records/record.ts';
import { noteResult } from '../../assurance/note-result.ts';
import { validCase } from '../../justice/valid-case.ts';
import { openRegister } from '../../program/open-program.ts';
import { randomFrom } from '../../statistics/invented-victims.ts';
import { storeOf } from '../../statistics/justice/counted-cases.ts';
import { inventedCases } from '../../statistics/justice/invented-cases.ts';
import { entryDaysOf } from '../entry-days.ts';
import { tablesOfRegister, tablesOver } from '../unprotected-tables.ts';
import { compareJustice, recountedJusticeTables } from './compare-justice.ts';
import { recountOf, stored } from './figure-of.ts';
import { readFiles } from './files.ts';
import { recountJustice } from './recount-justice.ts';
import { recountRegisterFacts } from './register-facts.ts';
import { recountT42 } from './trends.ts';

/** A long run counts ten thousand cases, in fifty registers. */
const longRun = process.env.KRITER_JUSTICE_CASES;
const cases = Number(longRun ?? 600);
const firstSeed = Number(process.env.KRITER_SEED ?? 11);
const perRegister = 200;
const registers = longRun === undefined ? 2 : Math.ceil(cases / perRegister);
/** Cases that are drawn at a time. */
const perRun = 40;
const seeds = Array.from({ length: registers }, (_, place) => firstSeed + place);

/** Up to this year: a trend shows the years before its end. */
const ever = `2000-01-01..${new Date().getUTCFullYear()}-12-31`;

/** Two whole years, two half-years, a free period over the turns of years, and everything. */
function periodsOf(seed: number): readonly string[] {
  const year = new Date().getUTCFullYear() - 2 - (seed % 2);
  return [`${year}`, `${year - 1}`, `${year}-H1`, `${year - 1}-H2`, `${year - 2}-11-15..${year}-03-10`, ever];
}

test.for(seeds)('every table stands a recount from the export (seed %i)', async (seed) => {
  const program = await openRegister(undefined, 'justice');
  await program.runJob('training.generate', { records: perRegister, seed });
  const database = program.services.sessions.current()?.register.database;
  if (!database) throw new Error('nobody is signed in');
  const folder = join(program.folder, 'export');
  mkdirSync(folder);
  // An export with pseudonyms has no numbers of cases, by which those that were joined are known.
  const identifiedReason = 'Independent recount of the tables.';
  await program.runJob('exchange.export', { folder, labels: null, identifiedReason, clear: true });
  const files = readFiles(folder);
  const tablesOf = tablesOfRegister(database, 'justice');
  for (const period of periodsOf(seed)) {
    const tables = [...recountedJusticeTables, 'K3', 'T42', 'T44'].flatMap((id) => tablesOf(id, period));
    const again = recountJustice(files, period, 'XKX');
    const ofRegister = recountRegisterFacts(files, period, entryDaysOf(database, 'case'));
    const all = { ...again, tables: [...again.tables, ...recountT42(files, period), ...ofRegister] };
    const { cells, filled, differences } = compareJustice(tables, all);
    noteResult('recount-justice', { seed, period, cells, filled, differences: differences.length });
    expect(differences, period).toEqual([]);
    expect(cells).toBeGreaterThan(1_000);
    // Tables of zeros would agree with anything.
    expect(filled, period).toBeGreaterThan(400);
    const isEmpty = tables.filter((table) => !table.cells.flat().some(({ count }) => count));
    if (period === ever) expect(isEmpty.map(({ id, part }) => `${id} ${part}`)).toEqual([]);
  }
});

/** What differs between all tables over some cases and the recount from the files of their export. */
function differencesOver(subjects: readonly RuleSubject[], period: string): readonly string[] {
  const tablesOf = tablesOver(storeOf(subjects), 'justice');
  const again = subjects.map((subject, place) => stored(subject, place + 1));
  const ofPeriod = recountedJusticeTables.flatMap((id) => tablesOf(id, period));
  return compareJustice(ofPeriod, recountOf(again, period)).differences;
}

test('persons met again, retrials and reversals of cases that break no rule are counted alike', () => {
  let counted = 0;
  fc.assert(
    fc.property(fc.array(validCase(), { minLength: 1, maxLength: 30, size: 'max' }), (subjects) => {
      counted += subjects.length;
      for (const period of ['2025', '2026-H1', ever]) expect(differencesOver(subjects, period), period).toEqual([]);
    }),
    // Fifteen cases on average.
    { numRuns: Math.ceil(cases / 15), seed: firstSeed },
  );
  noteResult('recount-valid-cases', { counted });
  expect(counted).toBeGreaterThan(cases / 2);
});

test('cases drawn with every kind of answer are counted alike', () => {
  for (let run = 0; run < cases / perRun; run++) {
    const drawn = inventedCases(randomFrom(firstSeed + run), perRun);
    for (const period of ['2025', ever]) expect(differencesOver(drawn, period), `run ${run}, ${period}`).toEqual([]);
  }
});
