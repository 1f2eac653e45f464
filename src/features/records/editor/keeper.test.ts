import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Input } from '#shared/contract/contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import { registerOf } from '#shared/dictionary/registers.ts';
import { CallFailure } from '../../../api/client.ts';
import { formModel } from '../form/form-model.ts';
import { createEditorStore, type Opened } from './editor-store.ts';
import { createKeeper } from './keeper.ts';

const opened = {
  meta: { id: '01900000-0000-7000-8000-000000000001', entity: 'victim', revision: 1, state: 'draft' },
  content: { values: {}, groups: {} },
  allowed: { edit: true, editIdentity: true },
  context: {},
  kept: null,
  notes: [],
} as unknown as Opened;
const window = '01900000-0000-7000-8000-00000000000a';
const sex = { entity: 'victim', field: 'sex' };
const birth = { entity: 'victim_identity', field: 'date_of_birth' };

function start(record = opened) {
  const store = createEditorStore(record, formModel(registerOf('victims'), 'victim'));
  const kept: Input<'draft.keep'>[] = [];
  const calls = {
    keep: vi.fn(async (input: Input<'draft.keep'>) => {
      kept.push(input);
      return { at: `2026-06-15T10:00:0${kept.length}.000Z` };
    }),
    discard: vi.fn(async () => ({})),
    release: vi.fn(async () => ({})),
  };
  return { store, kept, calls, keeper: createKeeper(store, calls, window) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the first letter is on its way within half a second, although the typing goes on', async () => {
  const { store, kept, keeper } = start();
  for (let letter = 0; letter < 10; letter += 1) {
    store.write(sex, letter % 2 === 0 ? 'female' : 'male');
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(kept.length).toBeGreaterThanOrEqual(2);
  await vi.advanceTimersByTimeAsync(500);
  expect(kept.at(-1)?.content?.values.sex).toBe('male');
  expect(keeper.get().keptAt).not.toBeNull();
});

test('a letter typed while the one before is on its way does not wait for the disk and the pause after it', async () => {
  const { store, calls, kept, keeper } = start();
  calls.keep.mockImplementation(async (input) => {
    kept.push(input);
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { at: '2026-06-15T10:00:00.000Z' };
  });
  store.write(sex, 'female');
  const first = keeper.flush();
  store.write(sex, 'male');
  await vi.advanceTimersByTimeAsync(400);
  await first;
  expect(kept.map(({ content }) => content?.values.sex)).toEqual(['female', 'male']);
});

test('a text that is no value yet is kept too, and direct identifiers only in the sealed part', async () => {
  const { store, kept, keeper } = start();
  store.identityOpened({ values: {}, kept: null }, null);
  store.setUnread(birth, '14.3');
  await keeper.flush();
  expect(kept).toMatchObject([
    { content: null, unread: {}, identity: { values: {}, unread: { 'victim_identity..date_of_birth': '14.3' } } },
  ]);
});

test('nothing is told as kept while something newer waits', async () => {
  const { store, keeper } = start();
  store.write(sex, 'female');
  await keeper.flush();
  expect(keeper.get().keptAt).not.toBeNull();
  store.write(sex, 'male');
  expect(keeper.get().keptAt).toBeNull();
});

test('typing taken back takes the draft away', async () => {
  const { store, calls, keeper } = start();
  store.write(sex, 'female');
  await keeper.flush();
  store.undo();
  await keeper.flush();
  expect(calls.discard).toHaveBeenCalledOnce();
  expect(keeper.get().keptAt).toBeNull();
});

test('a full disk is told and tried again; a refusal is not repeated for ever', async () => {
  const { store, calls, keeper } = start();
  calls.keep.mockRejectedValueOnce(new CallFailure(new AppError('DISK_FULL')));
  store.write(sex, 'female');
  expect(await keeper.flush()).toBe(false);
  expect(keeper.get().failure?.code).toBe('DISK_FULL');
  await vi.advanceTimersByTimeAsync(2500);
  expect(keeper.get()).toMatchObject({ failure: null });
  calls.keep.mockRejectedValue(new CallFailure(new AppError('FORBIDDEN')));
  store.write(sex, 'male');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(calls.keep).toHaveBeenCalledTimes(3);
});

test('identifiers typed before and not opened yet stay in the draft, whatever else is typed', async () => {
  const kept = {
    at: '2026-06-15T09:00:00.000Z',
    revision: 1,
    content: null,
    base: null,
    unread: {},
    hasIdentity: true,
    window: crypto.randomUUID(),
  };
  const { store, calls, keeper, kept: sent } = start({ ...opened, kept });
  store.focus(sex);
  await vi.advanceTimersByTimeAsync(1000);
  expect(calls.discard).not.toHaveBeenCalled();
  store.write(sex, 'female');
  await keeper.flush();
  expect(sent).toMatchObject([{ identity: 'as-kept' }]);
});
