import { expect, test } from 'vitest';
import { registerOf } from '#shared/dictionary/registers.ts';
import type { EntityDeclaration, FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import type { RecordContent, RuleContext, RuleSubject } from '#shared/records/record.ts';
import { fieldKey, groupKey } from '../editor/field-key.ts';
import { evaluate, isTakenBack } from './evaluation.ts';
import { formModel } from './form-model.ts';

const model = formModel(registerOf('victims'), 'victim');
const context: RuleContext = {
  today: '2026-11-23',
  ownCountry: 'XKX',
  institution: () => undefined,
  inUse: () => undefined,
  otherRegistrations: [],
  likelyDuplicates: [],
};
const sample: FieldDeclaration = {
  no: '1',
  id: '',
  entity: '',
  section: 'registration',
  type: 'text',
  required: 'N',
  sensitivity: 'none',
  missing: [],
  source: 'invented',
};
const mainForm = fieldKey({ entity: 'victim', field: 'exploitation_main_form' });

function evaluationOf(forms: readonly string[], values: RecordContent['values'] = {}) {
  const row = { id: '1', values: { exploitation_forms: forms } };
  const content: RecordContent = {
    values: { exploitation_stage: 'exploited', ...values },
    groups: { exploitation: [row] },
  };
  return evaluate(model, { id: 'a', content, identity: null, hasIdentity: false }, context);
}

test('where several forms are stated, the officer chooses the main one among them', () => {
  const { choices, setByProgram, subject } = evaluationOf(['begging', 'sexual_exploitation']);
  expect(choices.get(mainForm)).toEqual(expect.arrayContaining(['begging', 'sexual_exploitation']));
  expect(choices.get(mainForm)).not.toContain('servitude');
  expect(setByProgram.has(mainForm)).toBe(false);
  expect(subject.values['exploitation_main_form']).toBe('mixed');
  const chosen = evaluationOf(['begging', 'sexual_exploitation'], { exploitation_main_form: 'begging' });
  expect(chosen.subject.values['exploitation_main_form']).toBe('begging');
  expect(chosen.choices.has(mainForm)).toBe(true);
});

test('where one form is stated, the program sets the main one', () => {
  const { choices, setByProgram } = evaluationOf(['begging']);
  expect(choices.has(mainForm)).toBe(false);
  expect(setByProgram.has(mainForm)).toBe(true);
});

test('a new trafficking after an earlier one leaves no choice whether it happened again', () => {
  const { choices, setByProgram } = evaluationOf(['begging'], { episode_no: 2, episode_relation: 'new_trafficking' });
  const again = fieldKey({ entity: 'victim', field: 're_trafficked' });
  expect(choices.has(again)).toBe(false);
  expect(setByProgram.has(again)).toBe(true);
});

test('a group within another one is left out only in the rows where it has no meaning', () => {
  const entities: readonly EntityDeclaration[] = [
    { id: 'victim', parent: null, role: 'record' },
    { id: 'person', parent: 'victim', role: 'group', section: 'registration' },
    {
      id: 'custody',
      parent: 'person',
      role: 'group',
      section: 'registration',
      applies: { field: 'person_kind', is: ['natural'] },
    },
  ];
  const fields = [
    { ...sample, id: 'person_kind', entity: 'person' },
    { ...sample, id: 'measure', entity: 'custody' },
  ];
  const invented = { ...registerOf('victims'), entities, fields, rules: [], derive: (subject: RuleSubject) => subject };
  const person = (id: string, kind: string) => ({ id, values: { person_kind: kind } });
  const content = { values: {}, groups: { person: [person('1', 'natural'), person('2', 'legal')] } };
  const standing = { id: 'a', content, identity: null, hasIdentity: false };
  const { inapplicableGroups } = evaluate(formModel(invented, 'victim'), standing, context);
  expect([...inapplicableGroups]).toEqual([groupKey('custody', '2')]);
});

test('a field that rests on one that does not apply does not apply either, before anything is stored', () => {
  const claim = { id: '1', values: { claim_decision: 'pending' } };
  const content = { values: {}, groups: { claim: [claim] } };
  const standing = { id: 'a', content, identity: null, hasIdentity: false };
  const { inapplicable } = evaluate(formModel(registerOf('justice'), 'case'), standing, context);
  const at = (field: string) => inapplicable.has(fieldKey({ entity: 'claim', row: '1', field }));
  // Nothing was awarded, so nothing can be paid, nor by anybody.
  expect(['awarded_eur', 'paid_eur', 'paid_by'].map(at)).toEqual([true, true, true]);
  expect(at('claim_amount_eur')).toBe(false);
});

test('of a case without defendants nothing is said to be done that stands below them', () => {
  const standing = { id: 'a', content: { values: {}, groups: {} }, identity: null, hasIdentity: false };
  const { sections } = evaluate(formModel(registerOf('justice'), 'case'), standing, context);
  const done = [...sections].flatMap(([id, { answered, expected }]) => (answered >= expected ? [id] : []));
  expect(done).toEqual([]);
});

test('an appeal that was pending gets its day of decision back as soon as it is decided', () => {
  const ref = { entity: 'appeal', row: '1', field: 'appeal_decision_date' };
  const notApplicable = { missing: 'not_applicable' } as const;
  const taken = (outcome: string) => {
    const row = { id: '1', values: { appeal_outcome: outcome, appeal_decision_date: notApplicable } };
    const standing = {
      id: 'a',
      content: { values: {}, groups: { appeal: [row] } },
      identity: null,
      hasIdentity: false,
    };
    return isTakenBack(evaluate(formModel(registerOf('justice'), 'case'), standing, context), ref, notApplicable);
  };
  expect(taken('pending')).toBe(false);
  expect(taken('upheld')).toBe(true);
});
