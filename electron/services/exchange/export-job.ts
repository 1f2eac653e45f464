/** Writing every record as CSV, one file per entity, encrypted unless clear text was asked for. */
import { randomBytes } from 'node:crypto';
import { createWriteStream, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { Encrypter } from 'age-encryption';
import { stringify } from 'csv-stringify/sync';
import { AppError } from '#shared/contract/errors.ts';
import type { JobResult } from '#shared/contract/exchange.ts';
import { indexOf } from '#shared/dictionary/register-index.ts';
import { registerOf } from '#shared/dictionary/registers.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import type { Language } from '#shared/languages.ts';
import { openDatabase } from '../../database/open-database.ts';
import { tablesOf } from '../../database/registers.ts';
import { createRecordReader } from '../../database/repositories/record-reader.ts';
import { quote } from '../../database/table-shape.ts';
import { databaseFile } from '../../security/header.ts';
import { suggestPassphrase } from '../../security/passphrase.ts';
import { loadKind } from '../load-kind.ts';
import type { JobTools } from '../ports.ts';
import { countedContent } from '../records/counted-content.ts';
import { codeLabels } from './code-labels.ts';
import { type ExportForm, exportHeader } from './export-columns.ts';
import { exportedLines } from './export-lines.ts';
import { neutralise } from './neutralise.ts';

export interface ExportJobInput {
  readonly kind: RegisterKind;
  readonly registerFolder: string;
  readonly dataKey: Uint8Array;
  readonly folder: string;
  readonly labels: Language | null;
  readonly pseudonymised: boolean;
  readonly clear: boolean;
}

const bom = '\uFEFF';
const asRow = (cells: readonly string[]): string =>
  stringify([cells.map(neutralise)], { record_delimiter: 'windows', quoted_match: /[\r\n]/ });

/** Writes all files under temporary names and renames them when every one is complete; leaves nothing on failure. */
export async function runExportJob(input: ExportJobInput, tools: JobTools): Promise<JobResult<'exchange.export'>> {
  if (!existsSync(input.folder) || !statSync(input.folder).isDirectory()) {
    throw new AppError('FOLDER_NOT_WRITABLE', { folder: input.folder });
  }
  await loadKind(input.kind);
  const register = registerOf(input.kind);
  const index = indexOf(register);
  const database = openDatabase({
    file: join(input.registerFolder, databaseFile),
    key: Buffer.from(input.dataKey),
    mode: 'read',
  });
  const passphrase = input.clear ? null : suggestPassphrase();
  const sinks = new Map<string, Sink>();
  try {
    const form: ExportForm = {
      index,
      label: input.labels ? codeLabels(database, index, input.labels) : null,
      pseudonymKey: input.pseudonymised ? randomBytes(32) : null,
    };
    // Direct identifiers never leave in an export, whoever asks.
    const entities = register.entities.filter(({ role }) => role !== 'vault');
    for (const entity of entities) {
      const sink = await openSink(join(input.folder, `${entity.id}.csv`), passphrase);
      sinks.set(entity.id, sink);
      await sink.write(bom + asRow(exportHeader(form, entity)));
    }
    let records = 0;
    const { roots } = tablesOf(input.kind);
    const total = roots.reduce(
      (sum, { table }) => sum + Number(database.prepare(`SELECT count(*) AS n FROM ${quote(table)}`).get()?.n ?? 0),
      0,
    );
    for (const root of roots) {
      for (const stored of createRecordReader(database, root).iterate()) {
        if (tools.signal.aborted) throw tools.signal.reason;
        // The same content as the tables count, so that whoever counts again finds the same figures.
        const content = countedContent(database, root.entity.id, stored);
        for (const { entity, cells } of exportedLines(form, root.entity, { meta: stored.meta, content })) {
          await sinks.get(entity)?.write(asRow(cells));
        }
        records += 1;
        if (records % 100 === 0) {
          tools.progress('write', records, total);
          // Lets the stop signal in.
          await new Promise((resolve) => setImmediate(resolve));
        }
      }
    }
    const files: string[] = [];
    for (const sink of sinks.values()) files.push(await sink.finish());
    return { files, records, encrypted: !input.clear, passphrase };
  } catch (cause) {
    for (const sink of sinks.values()) sink.discard();
    throw asWriteFailure(cause, input.folder);
  } finally {
    database.close();
  }
}

interface Sink {
  write(text: string): Promise<void>;
  /** Closes the file under its own name and returns that. */
  finish(): Promise<string>;
  discard(): void;
}

/** A file that grows through the age format where there is a passphrase, without clear text on the disk. */
async function openSink(wanted: string, passphrase: string | null): Promise<Sink> {
  const file = passphrase === null ? wanted : `${wanted}.age`;
  if (existsSync(file)) throw new AppError('FILE_WRITE_FAILED', { file });
  const part = `${file}.part`;
  const out = createWriteStream(part, { mode: 0o600, flush: true });
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const source = passphrase === null ? readable : await encrypted(readable, passphrase);
  const piped = source.pipeTo(Writable.toWeb(out));
  // The failure is told by whoever writes or finishes next.
  piped.catch(() => undefined);
  const encoder = new TextEncoder();
  return {
    async write(text) {
      await writer.ready;
      await writer.write(encoder.encode(text));
    },
    async finish() {
      await writer.close();
      await piped;
      renameSync(part, file);
      return file;
    },
    discard() {
      void writer.abort().catch(() => undefined);
      out.destroy();
      rmSync(part, { force: true });
    },
  };
}

/**
 * Logarithm of the work per guess and file. The format's usual 18 is for passphrases that people think up; it made an
 * export of twenty small files take half a minute. Ours is drawn with 72 bits, and each guess still takes 32 MiB.
 */
const scryptWork = 15;

function encrypted(clear: ReadableStream<Uint8Array>, passphrase: string): Promise<ReadableStream<Uint8Array>> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(scryptWork);
  return encrypter.encrypt(clear);
}

function asWriteFailure(cause: unknown, folder: string): unknown {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code === 'ENOSPC') return new AppError('DISK_FULL', {}, { cause });
  if (['EACCES', 'EPERM', 'EROFS', 'EIO', 'ENOENT'].includes(code)) {
    return new AppError('FOLDER_NOT_WRITABLE', { folder }, { cause });
  }
  return cause;
}
