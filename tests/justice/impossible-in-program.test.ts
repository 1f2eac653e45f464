/** States in which no case can be, asked of the program itself: an encrypted register, the gates, the rules, the words. */
import { expect, test } from 'vitest';
import type { Output } from '#shared/contract/contract.ts';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import { codeTextKey, fieldTextKey, markerTextKey } from '#shared/dictionary/text-keys.ts';
import { languages } from '#shared/languages.ts';
import { fieldOfParam } from '#shared/records/finding.ts';
import { identityKey } from '#shared/records/identity.ts';
import { type FieldValue, isMissing } from '#shared/records/record.ts';
import { type Words, wordsOf } from '../e2e/words.ts';
import { openRegister, type Program } from '../program/open-program.ts';
import { type ImpossibleState, impossibleStates } from '../rules/justice/impossible-states.ts';
import { context } from './a-case.ts';
import { typedCase } from './typed-case.ts';
import type { Changes } from './whole-case.ts';

type Finding = Output<'record.check'>['findings'][number];
type Lists = Output<'reference.list'>['lists'];

const index = indexOfKind('justice');

async function openJustice(): Promise<Program> {
  const program = await openRegister(undefined, 'justice');
  program.clock = { now: () => new Date(`${context.today}T12:00:00Z`) };
  return program;
}

async function enter(program: Program, content: ReturnType<typeof typedCase>) {
  const { meta } = await program.call('record.create', { entity: 'case' });
  const { id } = meta;
  const saved = await program.call('record.save', { id, revision: meta.revision, content, reason: null });
  const [defendant] = saved.content.groups['defendant'] ?? [];
  // An answer, so that completion does not ask; and no age follows from it that the case does not tell.
  const birth = identityKey({ row: defendant?.id ?? '', field: 'def_birth_date' });
  const named = await program.call('identity.save', {
    recordId: id,
    revision: saved.meta.revision,
    values: { [birth]: { missing: 'unknown' } },
  });
  return { id, revision: named.meta.revision };
}

/** Sends the case as complete and returns the rules that refuse it; none where it was taken. */
async function rulesAgainst(program: Program, { id, revision }: { id: string; revision: number }) {
  const numbered = await program.call('record.number', { id, revision });
  const reply = await program.send('record.complete', { id, revision: numbered.meta.revision, confirmations: [] });
  if (reply.ok) return [];
  expect(reply.error.code).toBe('RULES_VIOLATED');
  return reply.error.params['rules'];
}

/** A value as the window says it. */
function said(words: Words, lists: Lists, finding: Finding, name: string, value: FieldValue): string {
  const id = fieldOfParam(finding as Parameters<typeof fieldOfParam>[0], name);
  const owner = index.ownerOf(id);
  const field = owner === undefined ? undefined : index.findField(owner, id);
  if (isMissing(value)) return words.t(markerTextKey(value.missing));
  if (Array.isArray(value)) return value.map((each) => said(words, lists, finding, name, each)).join(', ');
  if (typeof value !== 'string') return String(value ?? '');
  if (field?.list === undefined) return /^\d{4}(-\d{2}){0,2}$/.test(value) ? words.formats.date(value) : value;
  if (index.codeList(field.list) !== undefined) return words.t(codeTextKey(field.list, value));
  return lists[field.list]?.find(({ code }) => code === value)?.names[words.language] ?? value;
}

/** The sentence of a finding and the values that it names. */
function sentenceOf(words: Words, lists: Lists, finding: Finding) {
  const [first] = finding.fields;
  const field =
    first === undefined ? '' : words.t(fieldTextKey('justice', { entity: first.entity, id: first.field }, 'label'));
  const values = Object.entries(finding.params).map(([name, value]) => [
    name,
    said(words, lists, finding, name, value),
  ]);
  const key = `rules-justice:${finding.rule}.${finding.part}`;
  const params = { ...finding.params, ...Object.fromEntries(values), field };
  return {
    sentence: words.t(key, params),
    pattern: words.t(key, { ...finding.params, skipInterpolation: true }),
    params,
  };
}

/** The sentence stands in every language, and what it names stands in it: no gap, no code of the program. */
function expectWords(spoken: readonly Words[], lists: Lists, finding: Finding, state: string): void {
  const named = new Set<string>();
  for (const words of spoken) {
    const { sentence, pattern, params } = sentenceOf(words, lists, finding);
    for (const [, name = ''] of pattern.matchAll(/\{\{(\w+)\}\}/g)) {
      named.add(name);
      const value = String(params[name as keyof typeof params] ?? '');
      expect(value, `${state}, ${words.language}: ${name}`).not.toBe('');
      expect(sentence, `${state}, ${words.language}`).toContain(value);
    }
    expect(sentence, `${state}, ${words.language}`).not.toMatch(/\{\{|[a-z]_[a-z]/);
  }
  expect([...named], state).not.toEqual([]);
}

/** Handed over to another office after the investigation, with nothing after it. */
const transferred: Changes = {
  investigation: { investigation_outcome: 'transferred' },
  defendant: { indictment: [], charge: [], trial: [], judgment_sentence: [], appeal: [] },
  custody: { custody_days: null },
};

test('the whole case is taken', async () => {
  const program = await openJustice();
  const entered = await enter(program, typedCase());
  expect((await program.call('record.check', { id: entered.id })).findings).toEqual([]);
  expect(await rulesAgainst(program, entered)).toEqual([]);
});

test('every impossible state is refused by its rule, in words that name the values in six languages', async () => {
  const program = await openJustice();
  const { lists } = await program.call('reference.list', {});
  const spoken = languages.map(wordsOf);
  const entered = impossibleStates.filter(({ before }) => before === undefined);
  expect(entered.length).toBeGreaterThanOrEqual(30);
  for (const { state, changes, refusedBy } of entered) {
    const at = await enter(program, typedCase(changes));
    const { findings } = await program.call('record.check', { id: at.id });
    const found = findings.find(({ rule, part, level }) => level === 'hard' && `${rule}.${part}` === refusedBy);
    expect(found, `${state}: ${JSON.stringify(findings)}`).toBeDefined();
    const [rule = ''] = refusedBy.split('.');
    expect(await rulesAgainst(program, at), state).toContain(rule);
    expect((await program.call('record.open', { id: at.id })).meta.state, state).toBe('draft');
    if (found) expectWords(spoken, lists, found, state);
  }
});

test('what was completed as handed over to another office cannot become final afterwards', async () => {
  const program = await openJustice();
  const [way] = impossibleStates.filter(({ before }) => before !== undefined) as [ImpossibleState];
  expect(way).toMatchObject({ before: 'transferred', refusedBy: 'R47.way' });
  const ids = new Map<string, string>();
  const at = await enter(program, typedCase(transferred, ids));
  expect(await rulesAgainst(program, at)).toEqual([]);
  const { meta, content } = await program.call('record.open', { id: at.id });
  expect(content.values['case_status']).toBe(way.before);
  const reply = await program.send('record.save', {
    id: at.id,
    revision: meta.revision,
    content: typedCase(way.changes, ids),
    reason: 'It was entered wrongly.',
  });
  expect(reply).toMatchObject({ ok: false, error: { code: 'RULES_VIOLATED', params: { rules: ['R47'] } } });
  expect((await program.call('record.open', { id: at.id })).content.values['case_status']).toBe(way.before);
});
