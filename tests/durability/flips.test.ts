/** One bit turned anywhere in what lies on a disk: it is noticed, or it changed nothing that is read. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '#electron/database/open-database.ts';
import { databaseFile, headerCopyFile, headerFile, readHeader } from '#electron/security/header.ts';
import { runVerifyJob } from '#electron/services/backup/jobs.ts';
import { noteResult } from '../assurance/note-result.ts';
import { openRegister } from '../program/open-program.ts';
import { createRandom } from './random.ts';

const flips = Number(process.env.KRITER_FLIPS ?? 40);
const seed = Number(process.env.KRITER_SEED ?? 20_261_122);

/** Everything stored, after SQLite's own check of the whole file; throws or tells where something is wrong. */
function readWhole(file: string, key: Buffer): string {
  const { sql } = openDatabase({ file, key, mode: 'read' });
  try {
    if (sql.pragma('integrity_check', { simple: true }) !== 'ok') throw new Error('unsound');
    const hash = createHash('sha256');
    const tables = sql
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
      .pluck()
      .all() as string[];
    for (const table of tables) hash.update(JSON.stringify(sql.prepare(`SELECT * FROM "${table}"`).all()));
    return hash.digest('hex');
  } finally {
    sql.close();
  }
}

test(`${flips} turned bits in register, header and backup are noticed or change nothing`, {
  timeout: 3_600_000,
}, async () => {
  const program = await openRegister();
  await program.runJob('training.generate', { records: 60, seed: 4 });
  const stick = join(program.folder, 'stick');
  mkdirSync(stick);
  const { file: backup } = await program.runJob('backup.create', { folder: stick });
  const session = program.services.sessions.current();
  if (!session) throw new Error('nobody is signed in');
  const key = Buffer.from(session.register.keys.data);
  const opening = { backupIdentity: session.backupIdentity, dataKey: Buffer.from(key) };
  await program.call('session.lock', {});

  const register = join(program.register, databaseFile);
  const whole = readWhole(register, key);
  const header = readHeader(program.register);
  const tools = { progress: () => undefined, signal: new AbortController().signal };
  const unchanged = {
    register: async () => readWhole(register, key) === whole,
    header: async () => JSON.stringify(readHeader(program.register)) === JSON.stringify(header),
    backup: async () => {
      await runVerifyJob({ file: backup, key: opening }, tools);
      return false;
    },
  };
  const files = [
    [register, 'register'],
    [join(program.register, headerFile), 'header'],
    [backup, 'backup'],
    [join(program.register, headerCopyFile), 'header'],
  ] as const;
  const random = createRandom(seed);
  const found = { noticed: 0, harmless: 0 };
  for (let n = 0; n < flips; n += 1) {
    const [file, what] = files[n % files.length] ?? files[0];
    const bytes = readFileSync(file);
    const turned = Buffer.from(bytes);
    const at = Math.floor(random() * bytes.length);
    turned[at] = (turned[at] ?? 0) ^ (1 << Math.floor(random() * 8));
    writeFileSync(file, turned);
    const outcome = await unchanged[what]().catch(() => 'noticed' as const);
    writeFileSync(file, bytes);
    expect({ n, what, at, outcome: outcome === false ? 'read as if it were right' : 'fine' }).toMatchObject({
      outcome: 'fine',
    });
    found[outcome === 'noticed' ? 'noticed' : 'harmless'] += 1;
  }
  noteResult('flips', { seed, flips, ...found });
  expect(readWhole(register, key)).toBe(whole);
});
