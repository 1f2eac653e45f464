/** Limits of the rules as settings: what an office sets is what its records are measured by from then on. */
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { enterCase } from './enter-case.ts';
import { openRegister, type Program } from './open-program.ts';

/** Sixteen at the offence, and sentenced to imprisonment: asked about and confirmed. */
const juvenile = { born: '2007-02-03', confirmed: ['R39'] };

const checked = async (program: Program, id: string) =>
  (await program.call('record.check', { id })).findings.map(({ rule, part, level }) => `${rule} ${part} ${level}`);

const quality = (program: Program) =>
  program.call('quality.table', { entity: 'case', period: null, by: null, line: null });

const limitsOf = async (program: Program) => (await program.call('settings.get', {})).limits;

test('a limit that is changed counts at once, and kept findings stay until all records are judged anew', async () => {
  const program = await openRegister(undefined, 'justice');
  const { meta, context } = await enterCase(program, juvenile);
  expect(context.limits).toEqual({
    ageOfResponsibility: 14,
    inquiryMonths: 6,
    investigationMonths: 24,
    trialMonths: 24,
  });
  const before = await quality(program);
  expect(before.rules).toMatchObject([{ rule: 'R39', level: 'soft', open: 0, confirmed: 1 }]);

  await program.call('settings.set', { limits: { ageOfResponsibility: 17 } });
  expect((await program.call('record.open', { id: meta.id })).context.limits).toMatchObject({
    ageOfResponsibility: 17,
    trialMonths: 24,
  });
  expect(await checked(program, meta.id)).toEqual(['R39 too_young hard']);
  // Figures of two measures are not added up.
  expect(await quality(program)).toMatchObject({ judgedAt: null, rules: null });

  expect(await program.runJob('quality.judge', {})).toMatchObject({ records: 1, changed: 1 });
  const after = await quality(program);
  expect(after.rules).toMatchObject([{ rule: 'R39', level: 'hard', open: 1, confirmed: 0 }]);
  expect(after.judgedAt).not.toBeNull();
});

test('a limit set as it was delivered asks for no new check', async () => {
  const program = await openRegister(undefined, 'justice');
  const { judgedAt } = await quality(program);
  expect(judgedAt).not.toBeNull();
  await program.call('settings.set', { limits: { trialMonths: 36 } });
  expect((await quality(program)).judgedAt).toBeNull();
  await program.call('settings.set', { limits: { trialMonths: 24 } });
  expect((await quality(program)).judgedAt).toBe(judgedAt);
});

test('an import is measured by the limits of the register that it is read into', async () => {
  const program = await openRegister(undefined, 'justice');
  await enterCase(program, juvenile);
  const folder = join(program.folder, 'out');
  mkdirSync(folder);
  const reason = 'To be read in elsewhere.';
  await program.runJob('exchange.export', { folder, labels: null, identifiedReason: reason, clear: true });
  const files = readdirSync(folder).map((name) => {
    const entity = name.replace('.csv', '');
    return { entity, file: join(folder, name), encoding: 'auto' as const, delimiter: 'auto' as const };
  });

  const other = await openRegister(undefined, 'justice');
  const read = () => other.runJob('exchange.import', { files, commit: false });
  expect((await read()).problems).toEqual([]);
  await other.call('settings.set', { limits: { ageOfResponsibility: 17 } });
  expect((await read()).problems).toMatchObject([{ code: 'RULE', params: { rule: 'R39', part: 'too_young' } }]);
});

test.each([
  ['under its bounds', { trialMonths: 0 }],
  ['over its bounds', { ageOfResponsibility: 19 }],
  ['in fractions', { trialMonths: 1.5 }],
  ['that nobody declared', { everything: 1 }],
])('a limit %s is refused, and with it what was to be set beside it', async (_what, wrong) => {
  const program = await openRegister(undefined, 'justice');
  const before = await limitsOf(program);
  const reply = await program.send('settings.set', { idleMinutes: 5, limits: { inquiryMonths: 12, ...wrong } });
  expect(reply).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
  expect(await program.call('settings.get', {})).toMatchObject({ idleMinutes: 10, limits: before });
});

test('a register whose rules have no limits offers none', async () => {
  const program = await openRegister();
  expect(await limitsOf(program)).toEqual({});
  const reply = await program.send('settings.set', { limits: { ageOfResponsibility: 15 } });
  expect(reply).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
});

test('the audit log says which limit was set to what', async () => {
  const program = await openRegister(undefined, 'justice');
  await program.call('settings.set', { limits: { trialMonths: 36 } });
  const { entries } = await program.call('audit.list', { before: null, limit: 10, name: 'settings.set' });
  expect(entries).toMatchObject([{ outcome: 'ok', detail: { limits: ['trialMonths=36'] } }]);
});

test('the overview by stage asks after the months that are set', async () => {
  const program = await openRegister(undefined, 'justice');
  await program.call('settings.set', { limits: { trialMonths: 36 } });
  const { stages } = await program.call('course.count', { entity: 'case' });
  const months = Object.fromEntries(stages.map(({ stage, months: after }) => [stage ?? '', after]));
  expect(months).toMatchObject({ preliminary_inquiry: 6, trial: 36, appeal: null });
});
