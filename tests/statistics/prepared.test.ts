import { expect, test, vi } from 'vitest';
import { type StatisticsThread, startStatisticsThread } from '#electron/services/statistics/statistics-thread.ts';
import { openRegister } from '../program/open-program.ts';

const asked: unknown[] = [];
vi.mock(import('#electron/services/statistics/statistics-thread.ts'), async (original) => {
  const answer = { tables: [], value: null, changeNumber: Number.MAX_SAFE_INTEGER };
  const ask = async (name: string, question: unknown) => {
    asked.push([name, question]);
    return answer;
  };
  const thread = { ask, close: async () => undefined } as unknown as StatisticsThread;
  return { ...(await original()), startStatisticsThread: vi.fn(() => thread) };
});

test('one thread works out the last full year at sign-in, and again when records have changed and it is quiet', async () => {
  const program = await openRegister();
  program.clock = { now: () => new Date('2026-11-20T10:00:00Z') };
  const session = program.services.sessions.current();
  if (!session) throw new Error('nobody is signed in');
  const usual = ['protect', { id: 'K9', period: '2025', view: 'public', threshold: 5, rounding: 0 }];

  program.services.statistics.prepare(session);
  await program.services.statistics.held(session);
  expect(startStatisticsThread).toHaveBeenCalledTimes(1);
  expect(asked).toEqual([usual, ['held', null]]);

  await program.call('record.create', { entity: 'victim' });
  await program.call('record.create', { entity: 'victim' });
  await expect.poll(() => asked.at(-1), { timeout: 10_000 }).toEqual(usual);
  expect(asked.filter((each) => JSON.stringify(each) === JSON.stringify(usual))).toHaveLength(2);
});
