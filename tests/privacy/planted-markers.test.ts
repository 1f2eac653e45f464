/** Nothing that was typed is found in any file that the program left, whatever was done before. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { createIncidentLog } from '#electron/services/incident-log.ts';
import { openProgram, type Program, passphrase as plainPassphrase } from '../program/open-program.ts';
import { listOf } from '../records/list-of.ts';
import { likelyTo, searchNames } from '../search/named-records.ts';
import { type Hit, markersIn, planted, plantedWord, scanFolder } from './markers.ts';

const institution = planted(60);
const login = planted(61);
const displayName = planted(62);
const passphrase = `${planted(63)} bakilo-temuna`;
const mistypedLogin = planted(64);
const mistypedPassphrase = planted(65);

/** Public by design (docs/formats.md): institution and logins in the header, and logins in the frame of a backup. */
const isPublic = (file: string, text: string): boolean =>
  (/(^|\/)header(\.copy)?\.json$/.test(file) && /6[01]x/i.test(text)) ||
  (/\.kriter$|attempts\.json$/.test(file) && /61x/i.test(text)) ||
  (/\.kriter\.part$/.test(file) && /61x/i.test(text));

/** `desk` stands for the files of the user: the lists handed in and the clear files asked for. */
const isOnDesk = (file: string): boolean => /(^|\/)desk(\/|$)/.test(file);

const mayHold = (file: string, text: string): boolean => isOnDesk(file) || isPublic(file, text);

let home: string;
beforeEach(() => {
  const before = process.env.TMPDIR;
  home = mkdtempSync(join(tmpdir(), 'kriter-planted-'));
  process.env.TMPDIR = home;
  onTestFinished(() => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(home, { recursive: true, force: true });
  });
});

const identity = {
  first_name: planted(1).slice(0, 100),
  last_name: planted(2).slice(0, 100),
  national_id: plantedWord(3, 2),
  contact_details: `${planted(4)}\n${planted(5)}`,
  date_of_birth: '1999-04-17',
};

/** The name and the passphrase of the first account are markers too. */
async function start(): Promise<{ program: Program; desk: string; found: Hit[] }> {
  const program = openProgram();
  const desk = join(home, 'desk');
  mkdirSync(desk);
  const found: Hit[] = [];
  const scan = (): void => void found.push(...scanFolder(home, mayHold));
  // Every step of every job is looked at as well: a file that is gone at the end was there for a while.
  const push = program.events.push.bind(program.events);
  let lastStep = '';
  program.events.push = (...events) => {
    const step = JSON.stringify((events[0]?.payload as { step?: string } | undefined)?.step ?? null);
    if (step !== lastStep) scan();
    lastStep = step;
    return push(...events);
  };
  await program.call('register.create', {
    path: program.register,
    kind: 'victims',
    institution,
    office: planted(66),
    country: 'XKX',
    language: 'sq',
    administrator: { login, displayName, passphrase },
    supervisor: null,
    roles: ['administrator', 'supervisor', 'officer', 'analyst', 'auditor'],
    rehearseLater: true,
  });
  return { program, desk, found };
}

async function enterRecord(program: Program): Promise<{ id: string; revision: number }> {
  const { meta, content } = await program.call('record.create', { entity: 'victim' });
  const saved = await program.call('record.save', {
    id: meta.id,
    revision: meta.revision,
    content: {
      values: { ...content.values, justice_case_ref: planted(10), consent_given: 'yes' },
      groups: {
        journey_leg: [{ id: '019a0000-0000-7000-8000-00000000f001', values: { border_point: plantedWord(11, 1) } }],
      },
    },
    reason: planted(12),
  });
  const named = await program.call('identity.save', {
    recordId: meta.id,
    revision: saved.meta.revision,
    values: identity,
  });
  const renamed = await program.call('identity.save', {
    recordId: meta.id,
    revision: named.meta.revision,
    values: { ...identity, last_name: plantedWord(6) },
  });
  return { id: meta.id, revision: renamed.meta.revision };
}

function writeLists(desk: string): { good: string; bad: string; identities: string } {
  const good = join(desk, `${plantedWord(20)}.csv`);
  const bad = join(desk, 'bad.csv');
  const identities = join(desk, 'identities.csv');
  writeFileSync(good, `id,justice_case_ref\r\n1,${planted(21)}\r\n`);
  writeFileSync(
    bad,
    `id,sex,${plantedWord(22)}\r\n${planted(23)},${plantedWord(24)},x\r\n2,"female"${planted(25)}",x\r\n`,
  );
  writeFileSync(
    identities,
    `victim_id,first_name,last_name,date_of_birth\r\n1,${plantedWord(26, 2)},${plantedWord(27, 1)},2001-01-01\r\n`,
  );
  return { good, bad, identities };
}

const asFile = (entity: string, file: string) => ({ entity, file, encoding: 'auto', delimiter: 'auto' }) as const;

async function findWords(program: Program, search: string): Promise<number> {
  const { total } = await program.call('record.list', listOf('victim', { search }));
  return total;
}

test('the search for planted words finds them in any encoding and case', () => {
  const text = planted(7);
  for (const bytes of [Buffer.from(text), Buffer.from(text, 'utf16le'), Buffer.from(text.toUpperCase())]) {
    expect(markersIn(Buffer.concat([Buffer.alloc(11, 1), bytes])).length).toBeGreaterThanOrEqual(3);
  }
  expect(markersIn(Buffer.from('Zqkv mark'))).toEqual([]);
});

test('no file of register, backup, workstation, log or temporary folder holds what was typed', async () => {
  const { program, desk, found } = await start();
  const lists = writeLists(desk);
  const { id } = await enterRecord(program);
  expect(await findWords(program, plantedWord(10, 2))).toBe(1);
  expect((await searchNames(program, plantedWord(6))).hits).toHaveLength(1);
  await likelyTo(program, id, identity);
  await program.send('record.complete', { id, revision: 1, confirmations: [{ rule: 'R01', reason: planted(13) }] });
  await program.call('record.print', { id, language: 'mk', file: join(desk, 'record.pdf'), withIdentity: true });
  expect(program.printed.join()).toContain(plantedWord(1, 2));

  const failed = await program.runJob('exchange.import', { files: [asFile('victim', lists.bad)], commit: true });
  expect(failed.problemCount).toBeGreaterThan(1);
  const imported = await program.runJob('exchange.import', {
    files: [asFile('victim', lists.good), asFile('victim_identity', lists.identities)],
    commit: true,
  });
  expect(imported).toMatchObject({ committed: true, records: 1 });

  const out = join(home, 'encrypted');
  mkdirSync(out);
  await program.runJob('exchange.export', { folder: out, labels: 'sq', identifiedReason: planted(30), clear: false });
  const stick = join(home, 'stick');
  mkdirSync(stick);
  const { file } = await program.runJob('backup.create', { folder: stick });
  const key = { login, passphrase };
  await program.runJob('backup.verify', { file, key });
  await program.runJob('backup.restore', { file, key, target: join(home, 'restored') });
  await program.runJob('register.check', { seal: planted(31) });
  found.push(...scanFolder(home, mayHold));

  await program.call('account.add', {
    login: 'other',
    displayName: planted(67),
    roles: ['officer'],
    passphrase: plainPassphrase,
  });
  const next = `${planted(68)} temuna-bakilo`;
  await program.call('session.change-passphrase', { current: passphrase, next });
  await program.call('session.lock', {});
  const path = program.register;
  for (const [typed, word] of [
    [login, mistypedPassphrase],
    [mistypedLogin, passphrase],
    [passphrase.replaceAll(/[^\p{L}\p{N} ._-]/gu, ' ').slice(0, 64), login],
  ] as const) {
    expect(await program.send('session.sign-in', { path, login: typed, passphrase: word })).toMatchObject({
      ok: false,
    });
  }
  await program.call('session.sign-in', { path, login, passphrase: next });
  // Typed into the wrong box while somebody else is signed in.
  await program.send('session.sign-in', { path, login: mistypedLogin, passphrase: 'x' });
  found.push(...scanFolder(home, mayHold));
  await program.call('session.lock', {});
  found.push(...scanFolder(home, mayHold));
  expect(found).toEqual([]);
});

test('a clear export holds the words, so the search above could have found them', async () => {
  const { program, desk } = await start();
  await enterRecord(program);
  await program.runJob('exchange.export', { folder: desk, labels: null, identifiedReason: 'Asked for.', clear: true });
  expect(scanFolder(home, isPublic).map(({ file }) => file)).toContain('desk/victim.csv');
  // Direct identifiers are in no export at all.
  expect(scanFolder(home, isPublic).filter(({ text }) => /[123456]x$/.test(text) && !/1[01]x/.test(text))).toEqual([]);
});

test('the log of unexpected failures holds nothing that was typed', async () => {
  const { program, found } = await start();
  const { id, revision } = await enterRecord(program);
  const database = program.services.sessions.current()?.register.database;
  if (!database) throw new Error('nobody is signed in');
  const log = createIncidentLog(join(home, 'workstation'));
  const fault = (table: string): unknown =>
    database.sql.exec(
      `CREATE TEMP TRIGGER "fault_${table}" BEFORE INSERT ON main."${table}"
       BEGIN SELECT RAISE(ABORT, 'fault'); END`,
    );
  for (const table of ['history', 'account', 'audit_entry']) fault(table);
  const content = { values: { justice_case_ref: plantedWord(41) }, groups: {} };
  await program.send('record.save', { id, revision, content, reason: planted(42) });
  await program.send('account.add', {
    login: planted(43),
    displayName: planted(44),
    roles: ['officer'],
    passphrase: `${planted(45)} bakilo-temuna`,
  });
  await program.send('record.open', { id });
  database.sql.exec(
    'DROP TRIGGER temp.fault_history; DROP TRIGGER temp.fault_account; DROP TRIGGER temp.fault_audit_entry',
  );
  database.sql.exec(`UPDATE victim_identity SET sealed = zeroblob(40)`);
  await program.send('identity.open', { recordId: id, reason: planted(46) });
  expect(program.incidents.length).toBeGreaterThanOrEqual(3);
  for (const { name, cause } of program.incidents) log(name, cause);
  // What a library might throw that quotes its input.
  log('record.save', new Error(`Failed query: insert into account values (?)\nparams: 1,${planted(47)},x`));
  log('exchange.import', new SyntaxError(`Unexpected token 'x', "${planted(48)} {"a" "... is not valid JSON`));
  found.push(...scanFolder(home, mayHold));
  expect(found).toEqual([]);
});
