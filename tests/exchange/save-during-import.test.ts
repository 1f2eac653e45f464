/** The built program: its data worker goes on answering while an import is staged. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { isBuilt } from '../durability/built.ts';
import { startBuiltProgram } from '../durability/built-program.ts';
import { openProgram, passphrase } from '../program/open-program.ts';

test.skipIf(!isBuilt)(
  'an officer who saves during an import of 3,000 records never waits longer than a second',
  async () => {
    const origin = openProgram();
    const program = startBuiltProgram(join(origin.folder, 'workstation'));
    onTestFinished(() => program.stop());
    await program.call('register.create', {
      path: origin.register,
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
    let { meta } = await program.call('record.create', { entity: 'victim' });
    const rows = Array.from({ length: 3_000 }, (_, n) => `${n},case ${n},female,2025-03-04,yes`);
    const file = join(origin.folder, 'victim.csv');
    writeFileSync(file, ['id,justice_case_ref,sex,registration_date,consent_given', ...rows].join('\n'));
    let isOver = false;
    const job = program
      .runJob('exchange.import', {
        files: [{ entity: 'victim', file, encoding: 'auto', delimiter: 'auto' }],
        commit: true,
      })
      .finally(() => (isOver = true));
    const waits: number[] = [];
    for (let n = 0; !isOver; n += 1) {
      const content = { values: { justice_case_ref: `draft ${n}` }, groups: {} };
      const started = performance.now();
      ({ meta } = await program.call('record.save', { id: meta.id, revision: meta.revision, content, reason: null }));
      waits.push(performance.now() - started);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(await job).toMatchObject({ committed: true, records: 3_000 });
    expect(waits.length).toBeGreaterThan(5);
    expect(Math.max(...waits)).toBeLessThan(1_000);
  },
);
