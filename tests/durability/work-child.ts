/** Works in a register without end, in a process of its own, and says on its standard output what it was promised. */
import { writeSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { noDialogs } from '#electron/ipc/console-host.ts';
import { startDataWorker } from '#electron/ipc/data-worker-client.ts';
import { builtDataWorker } from './built.ts';

const [userData = '', register = '', passphrase = '', mode = '', argument = ''] = process.argv.slice(2);
const finished = new Map<string, (outcome: { ok: boolean }) => void>();
// The built program: its data worker, its job workers, its files.
const data = startDataWorker(
  pathToFileURL(builtDataWorker),
  { userData, version: '0.1.0', runtime: 'console', demo: false, locale: 'en' },
  { print: () => Promise.reject(new Error('nothing is printed')), ...noDialogs },
);
data.onEvent((name, payload) => {
  if (name !== 'job.finished') return;
  const { jobId, outcome } = payload as { jobId: string; outcome: { ok: boolean } };
  finished.get(jobId)?.(outcome);
});

async function call<T>(name: string, input: unknown): Promise<T> {
  const reply = await data.request(name, input);
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`);
  return reply.value as T;
}

async function job(name: string, input: unknown): Promise<void> {
  const { jobId } = await call<{ jobId: string }>(name, input);
  const outcome = await new Promise<{ ok: boolean }>((resolve) => finished.set(jobId, resolve));
  if (!outcome.ok) throw new Error(`${name}: ${JSON.stringify(outcome)}`);
}

/** Written at once and unbuffered: what was said before the kill was said. */
const say = (word: string, detail: unknown = null): void => void writeSync(1, `${JSON.stringify([word, detail])}\n`);

type Saved = { meta: { id: string; revision: number } };

async function saveForEver(): Promise<void> {
  const rowIds = Array.from({ length: 6 }, (_, n) => `019a0000-0000-7000-8000-00000000000${n}`);
  for (let record = 0; ; record += 1) {
    let saved = await call<Saved>('record.create', { entity: 'victim' });
    const { id } = saved.meta;
    say('created', { id });
    const rows = rowIds.map((row) => `${id.slice(0, 24)}${row.slice(24)}`);
    for (let n = 1; n <= 5; n += 1) {
      const text = `${record}/${n}`;
      const values = { justice_case_ref: text, consent_given: 'yes' };
      const journey_leg = rows.map((row) => ({ id: row, values: { border_point: text } }));
      const content = { values, groups: { journey_leg } };
      saved = await call<Saved>('record.save', { id, revision: saved.meta.revision, content, reason: null });
      say('saved', { id, revision: saved.meta.revision, text });
      const named = { recordId: id, revision: saved.meta.revision, values: { first_name: text, last_name: text } };
      saved = await call<Saved>('identity.save', named);
      say('saved', { id, revision: saved.meta.revision, text });
    }
  }
}

const modes: Readonly<Record<string, () => Promise<void>>> = {
  save: saveForEver,
  import: async () => {
    const files = [{ entity: 'victim', file: argument, encoding: 'auto', delimiter: 'auto' }];
    await job('exchange.import', { files, commit: true });
    say('done');
  },
  generate: async () => {
    await job('training.generate', { records: 1_500, seed: 5 });
    say('done');
  },
  backup: async () => {
    for (let n = 0; ; n += 1) {
      await job('backup.create', { folder: argument });
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
    const { accounts } = await call<{ accounts: { id: string; login: string; active: boolean }[] }>('account.list', {});
    for (const { id, login } of accounts.filter((each) => each.active && each.login.startsWith('leaves'))) {
      await call('account.revoke', { id });
      say('revoked', login);
    }
  },
  erase: async () => {
    const { proposals } = await call<{ proposals: { id: string }[] }>('erasure.list', {});
    for (const { id } of proposals) {
      await call('erasure.confirm', { ids: [id] });
      say('erased', id);
    }
  },
  restore: async () => {
    await call('session.lock', {});
    const key = { login: 'first', passphrase };
    for (let n = 1; ; n += 1) {
      await job('backup.restore', { file: argument, key, target: register });
      say('restored', n);
    }
  },
};

await call('session.sign-in', { path: register, login: 'first', passphrase });
say('ready');
await modes[mode]?.();
await data.stop();
