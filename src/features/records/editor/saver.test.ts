import { expect, test } from 'vitest';
import type { Input, Output } from '#shared/contract/contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import { registerOf } from '#shared/dictionary/registers.ts';
import { CallFailure } from '../../../api/client.ts';
import { formModel } from '../form/form-model.ts';
import { createEditorStore, isDirty, type Opened } from './editor-store.ts';
import { createSaver } from './saver.ts';

const id = '01900000-0000-7000-8000-000000000001';
const window = '01900000-0000-7000-8000-00000000000a';
const opened = {
  meta: { id, entity: 'victim', revision: 1, state: 'draft' },
  content: { values: {}, groups: {} },
  allowed: { edit: true },
  context: {},
  kept: null,
  notes: [],
} as unknown as Opened;
const shape = formModel(registerOf('victims'), 'victim');
const sex = { entity: 'victim', field: 'sex' };
const firstName = { entity: 'victim_identity', field: 'first_name' };

/** Stands for the data: refuses a revision that is not the newest, as it does. */
function register() {
  let revision = 1;
  let stored = opened.content;
  const reasons: (string | null)[] = [];
  const next = (based: number) => {
    if (based !== revision) throw new CallFailure(new AppError('STALE_REVISION', { current: revision }));
    revision += 1;
    return { ...opened.meta, revision };
  };
  return {
    reasons,
    saveRecord: async ({ revision: based, content, reason }: Input<'record.save'>) => {
      await Promise.resolve();
      reasons.push(reason);
      const meta = next(based);
      stored = content as Opened['content'];
      return { meta, content } as Output<'record.save'>;
    },
    saveIdentity: async ({ revision: based }: Input<'identity.save'>) =>
      ({ meta: next(based), content: stored }) as Output<'identity.save'>,
  };
}

test('two saves at once do not refuse each other: the second waits for the revision of the first', async () => {
  const store = createEditorStore(opened, shape);
  const saver = createSaver(store, register(), window);
  store.write(sex, 'female');
  const first = saver.save();
  store.write(sex, 'male');
  const second = saver.save();
  expect(await Promise.all([first, second])).toEqual([true, true]);
  expect(store.get().meta.revision).toBe(3);
  expect(store.read(sex)).toBe('male');
  expect(isDirty(store.get())).toBe(false);
});

test('a save of record and identity together bases the identity on the record just saved', async () => {
  const store = createEditorStore(opened, shape);
  const saver = createSaver(store, register(), window);
  store.identityOpened({ values: {}, kept: null }, null);
  store.write(sex, 'female');
  store.write(firstName, 'Invented');
  expect(await saver.save()).toBe(true);
  expect(store.get().meta.revision).toBe(3);
});

test('what is typed between the save of the record and that of the identity is not taken away by either answer', async () => {
  const store = createEditorStore(opened, shape);
  const data = register();
  const saver = createSaver(
    store,
    {
      ...data,
      saveRecord: async (input) => {
        store.write(sex, 'male');
        return data.saveRecord(input);
      },
    },
    window,
  );
  store.identityOpened({ values: {}, kept: null }, null);
  store.write(firstName, 'Invented');
  store.write(sex, 'female');
  await saver.save();
  expect(store.read(sex)).toBe('male');
  expect(isDirty(store.get())).toBe(true);
});

test('a refused save keeps what was typed and says why', async () => {
  const store = createEditorStore({ ...opened, meta: { ...opened.meta, revision: 7 } }, shape);
  const saver = createSaver(store, register(), window);
  store.write(sex, 'female');
  expect(await saver.save()).toBe(false);
  expect(saver.get()).toMatchObject({ phase: 'failed', failure: { code: 'STALE_REVISION' } });
  expect(store.read(sex)).toBe('female');
  expect(isDirty(store.get())).toBe(true);
});

test('the code of a person known already is sent again until the record has its own number', async () => {
  const linked = { ...opened, meta: { ...opened.meta, number: null, code: 'V-2026-0001-X' } } as Opened;
  const sent: unknown[] = [];
  const data = register();
  const store = createEditorStore(linked, shape);
  const saver = createSaver(
    store,
    {
      ...data,
      saveRecord: (input) => {
        sent.push(input.content.values.victim_code);
        return data.saveRecord(input);
      },
    },
    window,
  );
  store.write(sex, 'female');
  await saver.save();
  expect(sent).toEqual(['V-2026-0001-X']);
});

test('a refused value is named at its field until it is changed', async () => {
  const store = createEditorStore(opened, shape);
  const refusal = new AppError('INVALID_INPUT', { fields: ['victim.sex: UNKNOWN_CODE'] });
  const saver = createSaver(
    store,
    { ...register(), saveRecord: () => Promise.reject(new CallFailure(refusal)) },
    window,
  );
  store.write(sex, 'female');
  await saver.save();
  expect(store.get().refused).toEqual({ 'victim.sex': 'UNKNOWN_CODE' });
  store.write(sex, 'male');
  expect(store.get().refused).toEqual({});
});
