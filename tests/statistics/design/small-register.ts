/** A register that is none of ours, small enough to be counted by plain loops: cases, acts in them, steps in those. */
import type { FieldDeclaration, RegisterDeclaration } from '#shared/dictionary/vocabulary.ts';
import { withinKey } from '#shared/records/content.ts';
import type { RecordContent, Values } from '#shared/records/record.ts';
import { ColumnStore } from '#shared/statistics/store/column-store.ts';

const field = (entity: string, id: string, type: FieldDeclaration['type'], more: Partial<FieldDeclaration> = {}) => ({
  no: 'X1',
  id,
  entity,
  section: 'first',
  type,
  required: 'F' as const,
  sensitivity: 'none' as const,
  missing: ['unknown', 'refused'] as const,
  source: 'test',
  ...more,
});

export const smallRegister: RegisterDeclaration = {
  kind: 'justice',
  version: '1',
  sections: [{ id: 'first', entity: 'case' }],
  entities: [
    {
      id: 'case',
      parent: null,
      role: 'record',
      registrations: { episode: 'episode', relation: 'relation', first: 'first' },
    },
    { id: 'act', parent: 'case', role: 'group' },
    { id: 'step', parent: 'act', role: 'group' },
  ],
  fields: [
    field('case', 'registered', 'date'),
    field('case', 'person', 'text', { meta: 'code' }),
    field('case', 'sex', 'code', { list: 'SEX', missing: ['unknown', 'not_applicable'] }),
    field('case', 'means', 'codes', { list: 'MEANS' }),
    field('case', 'town', 'code', { list: 'MUNI' }),
    field('case', 'age', 'int', { bands: [0, 18, 30], min: 0, max: 120 }),
    field('case', 'began', 'partial_date'),
    field('case', 'ended', 'partial_date'),
    field('case', 'amount', 'decimal'),
    field('act', 'act_kind', 'code', { list: 'KIND' }),
    field('act', 'act_day', 'date'),
    field('step', 'step_kind', 'codes', { list: 'KIND' }),
    field('case', 'surname', 'text', { sensitivity: 'direct' }),
  ],
  rules: [],
  derive: (subject) => subject,
  facts: {},
  codeLists: [
    { id: 'SEX', codes: [{ code: 'female' }, { code: 'male' }] },
    {
      id: 'MEANS',
      codes: [
        { code: 'force', group: 'hard' },
        { code: 'threat', group: 'hard' },
        { code: 'debt', group: 'soft' },
      ],
    },
    { id: 'KIND', codes: [{ code: 'k1' }, { code: 'k2' }, { code: 'k3' }] },
  ],
  referenceLists: ['MUNI'],
  keptLists: { MUNI: { kinds: 'KIND' } },
  listColumns: {},
  spans: () => [],
  retention: [],
  quality: {},
};

export interface Row {
  readonly values: Values;
  readonly within: readonly Row[];
}

/** Of a third town nobody says what kind it is. */
export const townKinds: ReadonlyMap<string, string> = new Map([
  ['north', 'k1'],
  ['south', 'k2'],
]);

/** Cases with their acts, and these with their steps. */
export function storeOf(cases: readonly Row[]): ColumnStore {
  const store = new ColumnStore(smallRegister, 'case', 'XKX');
  store.setKinds('MUNI', townKinds);
  cases.forEach((each, at) => {
    store.apply({
      id: `case-${at}`,
      content: contentOf(each),
      isDraft: false,
      entry: { enteredBy: 'a', enteredOn: '2025-01-01', findings: [] },
    });
  });
  return store;
}

function contentOf({ values, within }: Row): RecordContent {
  const acts = within.map((act, at) => ({ id: `act-${at}`, values: act.values }));
  const steps = within.flatMap((act, at) =>
    act.within.map((step, place) => ({
      id: `step-${at}-${place}`,
      values: { ...step.values, [withinKey]: `act-${at}` },
    })),
  );
  return { values, groups: { act: acts, step: steps } };
}
