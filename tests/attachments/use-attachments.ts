/** What a person does with attachments, through the gates of the real program. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Output } from '#shared/contract/contract.ts';
import { openRegister, type Program, passphrase } from '../program/open-program.ts';

type Attachment = Output<'attachment.list'>['attachments'][number];

export async function newRecord(program: Program): Promise<string> {
  const { meta } = await program.call('record.create', { entity: 'victim' });
  return meta.id;
}

/** A program with a register and one record of the account that holds every role. */
export async function openWithRecord(): Promise<{ program: Program; recordId: string }> {
  const program = await openRegister();
  return { program, recordId: await newRecord(program) };
}

/** Lays a file on the desk of the user and returns its path. */
export function layDown(program: Program, name: string, content: Uint8Array): string {
  const file = join(program.folder, name);
  writeFileSync(file, content);
  return file;
}

export async function add(
  program: Program,
  recordId: string,
  name: string,
  content: Uint8Array,
  description = '',
): Promise<string> {
  const file = layDown(program, name, content);
  return (await program.runJob('attachment.add', { recordId, file, description })).id;
}

/** Opens an attachment and puts its parts together, as the window does. */
export async function readAll(program: Program, id: string, reason: string | null = null): Promise<Buffer> {
  const { parts } = await program.call('attachment.open', { id, reason });
  const contents: Buffer[] = [];
  for (let part = 0; part < parts; part += 1) {
    const { content } = await program.call('attachment.read', { id, part });
    contents.push(Buffer.from(content, 'base64'));
  }
  return Buffer.concat(contents);
}

export const list = async (
  program: Program,
  recordId: string,
  reason: string | null = null,
): Promise<readonly Attachment[]> => (await program.call('attachment.list', { recordId, reason })).attachments;

export async function signIn(program: Program, login: string): Promise<void> {
  await program.call('session.lock', {});
  await program.call('session.sign-in', { path: program.register, login, passphrase });
}

export function databaseOf(program: Program) {
  const session = program.services.sessions.current();
  if (!session) throw new Error('nobody is signed in');
  return session.register.database;
}

export const rowsOf = (program: Program, table: 'attachment' | 'attachment_part'): number =>
  Number(databaseOf(program).prepare(`SELECT count(*) AS "n" FROM "${table}"`).get()?.n);

export const lastEntries = (program: Program, count: number) =>
  databaseOf(program)
    .prepare('SELECT "name", "outcome", "detail" FROM "audit_entry" ORDER BY "number" DESC LIMIT ?')
    .all(count)
    .reverse();
