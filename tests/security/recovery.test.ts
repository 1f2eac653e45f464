import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import { afterEach, expect, test } from 'vitest';
import { openDatabase } from '#electron/database/open-database.ts';
import { databaseFile, readHeader, saveHeader } from '#electron/security/header.ts';
import { openSlot } from '#electron/security/register-keys.ts';
import { openWithSheet } from '#electron/security/sheets.ts';
import { createAuditLog } from '#electron/services/audit.ts';
import { createRecovery, type Recovery } from '#electron/services/recovery/recovery.ts';
import { createSessions, type OpenSession, type Sessions } from '#electron/services/sessions.ts';
import { administrator, type MadeRegister, makeRegister, noon, quickKdf, supervisor } from '../backup/made-register.ts';

const clock = { now: () => new Date(noon) };
const audit = createAuditLog(clock);
const fresh = { login: 'drita', displayName: 'Drita', passphrase: 'gubeko-pesano-dorafi-lumita' };

let made: MadeRegister;
let sessions: Sessions;
let recovery: Recovery;

async function start(unfinished: boolean): Promise<void> {
  made = await makeRegister({ records: 3 });
  if (unfinished) saveHeader(made.folder, { ...readHeader(made.folder), unfinished: true }, made.keys.dataKey);
  sessions = createSessions({
    clock,
    audit,
    publish: () => undefined,
    beforeLock: async () => undefined,
  });
  recovery = createRecovery({ clock, newId: () => newId(), sessions, audit, kdf: async () => quickKdf });
}
const signIn = (who: { login: string; passphrase: string }): Promise<OpenSession> =>
  sessions.signIn(made.folder, who.login, who.passphrase);
const linesOf = (sheet: 0 | 1): string[] => [...made.sheets[sheet].lines];
const issue = (vaultLines: string[] | null) =>
  recovery.issueAdministrator({ path: made.folder, lines: linesOf(0), vaultLines, account: fresh });

afterEach(async () => {
  await sessions.lock('manual');
  made.remove();
});

test('the set-up ends when both sheets have been typed back, and not before', async () => {
  await start(true);
  const session = await signIn(administrator);
  await expect(recovery.rehearse(session, 'register', linesOf(1))).rejects.toMatchObject({
    code: 'RECOVERY_SHEET_WRONG',
  });
  expect(await recovery.rehearse(session, 'register', linesOf(0))).toEqual({ finished: false });
  expect(readHeader(made.folder).unfinished).toBe(true);
  expect(await recovery.rehearse(session, 'vault', linesOf(1))).toEqual({ finished: true });
  expect(readHeader(made.folder).unfinished).toBe(false);
});

test('a wizard that was left issues new sheets to those who hold the keys, and the old ones lose their power', async () => {
  await start(true);
  const issued = await recovery.reissue(await signIn(administrator));
  expect(issued.map(({ purpose }) => purpose)).toEqual(['register']);
  const header = readHeader(made.folder);
  await expect(openWithSheet(header, linesOf(0))).rejects.toMatchObject({ code: 'RECOVERY_SHEET_WRONG' });
  expect((await openWithSheet(header, issued[0]?.lines ?? [])).dataKey).toEqual(made.keys.dataKey);
  const bySupervisor = await recovery.reissue(await signIn(supervisor));
  expect(bySupervisor.map(({ purpose }) => purpose)).toEqual(['vault']);
});

test('a sheet replaced in a register that is in use also replaces the data key it knew', async () => {
  await start(false);
  const issued = await recovery.reissue(await signIn(administrator));
  const opened = await openWithSheet(readHeader(made.folder), issued[0]?.lines ?? []);
  expect(opened.dataKey).not.toEqual(made.keys.dataKey);
  await sessions.lock('manual');
  expect((await signIn(supervisor)).register.database.sql.prepare('SELECT count(*) FROM victim').pluck().get()).toBe(3);
});

test('the register sheet issues an administrator without the vault key; everybody is told, and it is audited', async () => {
  await start(false);
  const { accountId } = await issue(null);
  const session = await signIn(fresh);
  expect(session.account).toMatchObject({ id: accountId, roles: ['administrator'] });
  expect(session.register.keys.vault).toBeNull();
  expect(sessions.describe()?.notices).toEqual([{ code: 'RECOVERY_SHEET_USED', at: noon }]);
  const { sql } = session.register.database;
  const entry = sql
    .prepare('SELECT detail FROM audit_entry WHERE name = ?')
    .pluck()
    .get('recovery.issue-administrator');
  expect(JSON.parse(String(entry))).toEqual({ account: accountId, roles: ['administrator'], withVaultSheet: false });
  await sessions.lock('manual');
  expect((await signIn(administrator)).account.login).toBe(administrator.login);
});

test('with the second sheet the new account also opens identities', async () => {
  await start(false);
  await issue(linesOf(1));
  expect((await signIn(fresh)).register.keys.vault).toEqual(made.keys.vaultKey);
});

test('a wrong sheet, a weak passphrase, a taken login and an open register are refused and change nothing', async () => {
  await start(false);
  const before = readHeader(made.folder);
  const ask = (changed: object) =>
    recovery.issueAdministrator({ path: made.folder, lines: linesOf(0), vaultLines: null, account: fresh, ...changed });
  await expect(ask({ lines: linesOf(1) })).rejects.toMatchObject({ code: 'RECOVERY_SHEET_WRONG', params: { line: 0 } });
  await expect(ask({ vaultLines: linesOf(0) })).rejects.toMatchObject({ code: 'RECOVERY_SHEET_WRONG' });
  await expect(ask({ account: { ...fresh, passphrase: 'drita' } })).rejects.toMatchObject({
    code: 'PASSPHRASE_TOO_WEAK',
  });
  await expect(ask({ account: { ...fresh, login: administrator.login } })).rejects.toMatchObject({
    code: 'LOGIN_TAKEN',
  });
  await signIn(administrator);
  await expect(ask({})).rejects.toMatchObject({ code: 'REGISTER_IN_USE' });
  await sessions.lock('manual');
  expect(readHeader(made.folder)).toEqual(before);
  const opened = await openSlot(before, administrator.login, administrator.passphrase);
  const database = openDatabase({ file: join(made.folder, databaseFile), key: opened.dataKey, mode: 'read' });
  expect(database.sql.prepare('SELECT count(*) FROM account').pluck().get()).toBe(2);
  database.close();
});
