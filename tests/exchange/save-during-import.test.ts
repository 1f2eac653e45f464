/** The built program: its data worker goes on answering while an import is staged. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { noDialogs } from '#electron/ipc/console-host.ts';
import { startDataWorker } from '#electron/ipc/data-worker-client.ts';
import { builtDataWorker, isBuilt } from '../durability/built.ts';
import { openProgram, passphrase } from '../program/open-program.ts';

test.skipIf(!isBuilt)(
  'an officer who saves during an import of 3,000 records never waits longer than a second',
  async () => {
    const program = openProgram();
    const options = {
      userData: join(program.folder, 'workstation'),
      version: '0.1.0',
      runtime: 'console',
      demo: false,
      locale: 'en',
    } as const;
    const data = startDataWorker(pathToFileURL(builtDataWorker), options, {
      print: () => Promise.reject(new Error('no printer')),
      ...noDialogs,
    });
    onTestFinished(() => data.stop());
    const call = async <T>(name: string, input: unknown): Promise<T> => {
      const reply = await data.request(name, input);
      if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`);
      return reply.value as T;
    };
    let outcome: { ok: boolean; value?: { committed: boolean; records: number } } | undefined;
    data.onEvent((name, payload) => {
      if (name === 'job.finished') outcome = (payload as { outcome: typeof outcome }).outcome;
    });
    await call('register.create', {
      path: program.register,
      kind: 'victims',
      institution: 'Ministria',
      office: '',
      country: 'XKX',
      language: 'sq',
      administrator: { login: 'first', displayName: 'First', passphrase },
      supervisor: null,
      roles: ['administrator', 'supervisor', 'officer'],
      rehearseLater: true,
    });
    type Saved = { meta: { id: string; revision: number } };
    let { meta } = await call<Saved>('record.create', { entity: 'victim' });
    const rows = Array.from({ length: 3_000 }, (_, n) => `${n},case ${n},female,2025-03-04,yes`);
    const file = join(program.folder, 'victim.csv');
    writeFileSync(file, ['id,justice_case_ref,sex,registration_date,consent_given', ...rows].join('\n'));
    await call('exchange.import', {
      files: [{ entity: 'victim', file, encoding: 'auto', delimiter: 'auto' }],
      commit: true,
    });
    const waits: number[] = [];
    for (let n = 0; outcome === undefined; n += 1) {
      const content = { values: { justice_case_ref: `draft ${n}` }, groups: {} };
      const started = performance.now();
      ({ meta } = await call<Saved>('record.save', { id: meta.id, revision: meta.revision, content, reason: null }));
      waits.push(performance.now() - started);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(outcome).toMatchObject({ ok: true, value: { committed: true, records: 3_000 } });
    expect(waits.length).toBeGreaterThan(5);
    expect(Math.max(...waits)).toBeLessThan(1_000);
  },
);
