/** Works in a register without end, in a process of its own, and says on its standard output what it was promised. */

import { listOf } from '../records/list-of.ts';
import { startBuiltProgram } from './built-program.ts';
import { say, sayReady } from './say.ts';

const [userData = '', register = '', passphrase = '', mode = '', argument = ''] = process.argv.slice(2);
const { call, runJob, stop } = startBuiltProgram(userData);

const modes: Readonly<Record<string, () => Promise<void>>> = {
  import: async () => {
    const files = [{ entity: 'victim', file: argument, encoding: 'auto', delimiter: 'auto' } as const];
    await runJob('exchange.import', { files, commit: true });
    say('done');
  },
  generate: async () => {
    await runJob('training.generate', { records: 1_500, seed: 5 });
    say('done');
  },
  backup: async () => {
    for (let n = 0; ; n += 1) {
      await runJob('backup.create', { folder: argument });
      say('done', n);
    }
  },
  passphrase: async () => {
    for (let n = 1; ; n += 1) {
      const current = n === 1 ? passphrase : `${passphrase}-${n - 1}`;
      await call('session.change-passphrase', { current, next: `${passphrase}-${n}` });
      say('changed', n);
    }
  },
  revoke: async () => {
    const { accounts } = await call('account.list', {});
    for (const { id, login } of accounts.filter((each) => each.active && each.login.startsWith('leaves'))) {
      await call('account.revoke', { id });
      say('revoked', login);
    }
  },
  erase: async () => {
    const { proposals } = await call('erasure.list', {});
    for (const { id } of proposals) {
      await call('erasure.confirm', { ids: [id] });
      say('erased', id);
    }
  },
  count: async () => {
    const { rows } = await call('record.list', listOf('victim', { limit: 60 }));
    for (const { meta } of rows) {
      await call('record.bin', { id: meta.id, revision: meta.revision, reason: 'Entered twice.' });
      await call('statistics.table', { id: 'K9', period: '2025', view: 'internal', marks: 'later' });
      // Locking stores the columns.
      await call('session.lock', {});
      await call('session.sign-in', { path: register, login: 'first', passphrase });
      say('counted', meta.id);
    }
  },
  restore: async () => {
    await call('session.lock', {});
    const key = { login: 'first', passphrase };
    for (let n = 1; ; n += 1) {
      await runJob('backup.restore', { file: argument, key, target: register });
      say('restored', n);
    }
  },
};

await call('session.sign-in', { path: register, login: 'first', passphrase });
sayReady();
await modes[mode]?.();
await stop();
