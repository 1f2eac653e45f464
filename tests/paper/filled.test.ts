/** What is stored stands on the form as it would have been written; names stand apart, and only for those who may see them. */
import { expect, test } from 'vitest';
import { createTexts } from '#electron/services/reports/texts.ts';
import { openRegister, type Program, passphrase, signInAs } from '../program/open-program.ts';
import {
  blankInput,
  entriesOf,
  filledInput,
  identity,
  lastForm,
  victimWithIdentity,
  wordsOf,
} from './paper-program.ts';

const names = Object.values(identity).filter((value) => value !== identity.date_of_birth);

const rowId = '019a0000-0000-7000-8000-00000000000a';

test('answers are crossed, dates and rows written in, and a missing value has its sign', async () => {
  const program = await openRegister();
  const { id } = await victimWithIdentity(program, {
    values: {
      education_level: { missing: 'refused' },
      recruitment_country: 'ALB',
      recruitment_date: '2019-03',
      vulnerability_factors: ['poverty', 'debt'],
    },
    groups: { status_decision: [{ id: rowId, values: { status: 'formally_identified', status_date: '2020-05-07' } }] },
  });
  await program.call('paper.print-filled', filledInput(program, id, { language: 'bg' }));
  const { html } = lastForm(program);
  const part = (no: string) => html.split(`data-no="${no}"`)[1]?.split('class="question"')[0] ?? '';
  const crossed = (no: string) =>
    [...part(no).matchAll(/box on">×<\/span><b(?: class="key")?>([^<]+)</g)].map(([, key]) => key);
  expect(crossed('V9')).toEqual(['1']);
  expect(crossed('V17')).toEqual(['1']);
  expect(crossed('V30')).toEqual(['!']);
  expect(crossed('V34')).toEqual(['1', '16']);
  const figures = (no: string) => [...part(no).matchAll(/class="cell">([^<]*)</g)].map(([, sign]) => sign).join('');
  expect(figures('V37')).toBe('032019');
  expect(figures('V39')).toBe('ALB');
  const table = wordsOf(/V7a[\s\S]*?<tbody>([\s\S]*?)<\/tbody>/.exec(html)?.[1] ?? '');
  expect(table).toMatch(/^\s*1\s+3\s+0?7\.0?5\.2020/);
  // Three empty rows follow.
  expect(table).toMatch(/2\s+3\s+4\s*$/);
});

test('names are on the sheet for the identity alone, and that sheet says nothing of the record', async () => {
  const program = await openRegister();
  const meta = await victimWithIdentity(program);
  const { form } = await program.call('paper.print-filled', filledInput(program, meta.id, { identitySheet: 'filled' }));
  const { sheets } = lastForm(program);
  const [sheet = '', ...others] = sheets.toReversed();
  for (const name of names) {
    expect(wordsOf(sheet)).toContain(name);
    for (const other of others) expect(wordsOf(other)).not.toContain(name);
  }
  expect(sheet).toContain(form);
  expect(others.at(-1)).toContain(form);
  if (meta.code !== null) expect(sheet).not.toContain(meta.code);
  expect(sheet).not.toContain(meta.id);
  const asked = [...sheet.matchAll(/data-no="(\w+)"/g)].map(([, no]) => no);
  expect(asked).toEqual(['V12', 'V13', 'V14', 'V15', 'V16']);
  for (const other of others) for (const no of asked) expect(other).not.toContain(`data-no="${no}"`);
});

test('the sheet for the identity begins on the front of a leaf', async () => {
  const program = await openRegister();
  await program.call('paper.print-blank', blankInput(program, { identitySheet: true }));
  // The printer of the tests finds one page in everything, so that one more is laid before the sheet.
  const [counted = '', made = ''] = program.printed.slice(-2);
  expect(counted).not.toContain(createTexts('en')('paper:identity.title'));
  expect(lastForm(program).sheets.at(-2)).toContain(createTexts('en')('paper:identity.emptySide'));
  expect(made).toContain(createTexts('en')('paper:identity.title'));
});

test('without a filled sheet nobody opens the identity: it is nowhere on the paper', async () => {
  const program = await openRegister();
  const { id } = await victimWithIdentity(program);
  for (const identitySheet of ['none', 'blank'] as const) {
    await program.call('paper.print-filled', filledInput(program, id, { identitySheet }));
    for (const name of names) expect(lastForm(program).html).not.toContain(name);
  }
});

async function asOtherOfficer(): Promise<{ program: Program; id: string }> {
  const program = await openRegister();
  await signInAs(program, ['officer'], 'owner');
  const { id } = await victimWithIdentity(program);
  await program.call('session.lock', {});
  await program.call('session.sign-in', { path: program.register, login: 'first', passphrase });
  await signInAs(program, ['officer'], 'other');
  return { program, id };
}

test('the identity in a record of somebody else needs a written reason, which the log keeps', async () => {
  const { program, id } = await asOtherOfficer();
  const filled = filledInput(program, id, { identitySheet: 'filled' });
  expect(await program.send('paper.print-filled', filled)).toMatchObject({
    ok: false,
    error: { code: 'REASON_NEEDED' },
  });
  expect(program.printed).toHaveLength(0);
  const reason = 'The interview is held without a computer.';
  const { form } = await program.call('paper.print-filled', { ...filled, reason });
  expect(entriesOf(program, 'paper.print-filled').map(({ outcome }) => outcome)).toEqual(['REASON_NEEDED', 'ok']);
  const detail = JSON.parse(entriesOf(program, 'paper.print-filled').at(-1)?.detail ?? '{}');
  expect(detail).toEqual({ id, language: 'en', withIdentity: true, reason, form });
});

test('what is in the bin is printed for nobody who may not read it', async () => {
  const program = await openRegister();
  await signInAs(program, ['officer', 'supervisor'], 'owner');
  const { id, revision } = await victimWithIdentity(program);
  await program.call('record.bin', { id, revision, reason: 'Entered twice.' });
  await program.call('session.lock', {});
  await program.call('session.sign-in', { path: program.register, login: 'first', passphrase });
  await signInAs(program, ['officer'], 'other');
  const reply = await program.send('paper.print-filled', filledInput(program, id));
  expect(reply).toMatchObject({ ok: false, error: { code: 'RECORD_NOT_FOUND' } });
});

test('each form has a number of its own, which the log keeps beside what was printed and no name', async () => {
  const program = await openRegister();
  const { id } = await victimWithIdentity(program);
  const first = await program.call('paper.print-blank', blankInput(program));
  const second = await program.call('paper.print-blank', blankInput(program));
  const filled = await program.call('paper.print-filled', filledInput(program, id, { identitySheet: 'filled' }));
  expect(new Set([first.form, second.form, filled.form]).size).toBe(3);
  const details = ['paper.print-blank', 'paper.print-filled'].flatMap((name) =>
    entriesOf(program, name).map(({ detail }) => JSON.parse(detail)),
  );
  expect(details).toEqual([
    { entity: 'victim', language: 'en', form: first.form },
    { entity: 'victim', language: 'en', form: second.form },
    { id, language: 'en', withIdentity: true, form: filled.form },
  ]);
});

test('what was typed never becomes markup, and a record type that does not exist has no form', async () => {
  const program = await openRegister();
  const hostile = '</p><script>1</script>" onload="x';
  const { id } = await victimWithIdentity(program, { values: { justice_case_ref: hostile }, groups: {} });
  await program.call('paper.print-filled', filledInput(program, id));
  const { html } = lastForm(program);
  expect(html).not.toMatch(/<script|\sstyle=|https?:|<[^>]*\son\w+=/);
  expect(wordsOf(html).replace(/\s/g, '')).toContain(hostile.replace(/\s/g, ''));
  const reply = await program.send('paper.print-blank', blankInput(program, { entity: 'status_decision' }));
  expect(reply).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
});
