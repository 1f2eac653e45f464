import { expect, test } from 'vitest';
import { languages } from '#shared/languages.ts';
import { noteResult } from '../assurance/note-result.ts';
import { openRegister } from '../program/open-program.ts';
import { bin, decisionsOf, publish, writtenAgain } from './invented-office.ts';

/** How many reports are frozen, six in a register; months without a day in common, so that none stands in the way of another. */
const wanted = Number(process.env.KRITER_FROZEN ?? 2);
const perRegister = 6;
const firstSeed = Number(process.env.KRITER_SEED ?? 9);
const registers = Array.from({ length: Math.ceil(wanted / perRegister) }, (_, at) => ({
  seed: firstSeed + at,
  reports: Math.min(perRegister, wanted - at * perRegister),
}));

function months(count: number): string[] {
  return Array.from({ length: count }, (_, back) => {
    const first = new Date(Date.UTC(2026, 9 - back, 1)).toISOString().slice(0, 10);
    const last = new Date(Date.UTC(2026, 10 - back, 0)).toISOString().slice(0, 10);
    return `${first}..${last}`;
  });
}

test.for(registers)(
  '$reports frozen reports read the same to the byte after records were corrected (seed $seed)',
  async ({ seed, reports }) => {
    const program = await openRegister();
    program.clock = { now: () => new Date('2026-11-20T10:00:00Z') };
    await program.runJob('training.generate', {
      records: Math.max(40, reports * 8),
      seed,
    });
    let [left, shown] = [0, 0];
    const frozen: { readonly id: string; readonly read: readonly string[] }[] = [];
    const readAll = async (id: string, at: number): Promise<string[]> => {
      const language = languages[at % languages.length] ?? 'en';
      return [await writtenAgain(program, id, 'json', language), await writtenAgain(program, id, 'pdf', language)];
    };
    for (const [at, period] of months(reports).entries()) {
      // A month that its year and the other months would tell of goes out without those tables.
      const subject = { kind: 'summary', id: null, period } as const;
      const { tables, betrayals } = await program.runJob('publication.preview', subject);
      const without = betrayals.map(({ table }) => table);
      left += without.length;
      shown += tables.length - without.length;
      const { id } = await publish(program, { period, without });
      frozen.push({ id, read: await readAll(id, at) });
    }
    const some = decisionsOf(program, '20').filter((_, at) => at % 3 === 0);
    await bin(
      program,
      some.map(({ id }) => id),
    );
    // Later, but not so late that the session is locked.
    program.clock = { now: () => new Date('2026-11-20T10:06:00Z') };
    let different = 0;
    for (const [at, { id, read }] of frozen.entries()) {
      const again = await readAll(id, at);
      if (again.some((text, which) => text !== read[which])) different += 1;
    }
    noteResult('frozen', { reports: frozen.length, tables: shown, left, corrected: some.length, different });
    expect(left).toBeLessThan(shown / 2);
    expect(different).toBe(0);
    expect(some.length).toBeGreaterThan(3);
  },
);
