/** A verified backup in its thread, against a mere copy of as many bytes that reaches the disk. */
import { closeSync, fsyncSync, mkdirSync, openSync, readSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type Comparison, compare, timed } from './compare.ts';
import type { BenchProgram } from './program.ts';

const pieceBytes = 1024 * 1024;

const registerFile = ({ session }: BenchProgram): string => join(session.register.folder, 'register.db');

/** Bytes of the register file once its log is copied back. */
export function registerSize(program: BenchProgram): number {
  program.session.register.database.sql.pragma('wal_checkpoint(TRUNCATE)');
  return statSync(registerFile(program)).size;
}

/** Consistent copy, digest, encryption, reading back and verification against reading, writing and fsync. */
export async function compareBackups(program: BenchProgram, rounds: number): Promise<Comparison[]> {
  const { folder, runJob } = program;
  const to = join(folder, 'stick');
  mkdirSync(to);
  registerSize(program);
  const comparison = await compare(
    { name: 'create and verify a backup', reference: 'copy of the register file with fsync', rounds },
    async () => {
      let file = '';
      const ms = await timed(1, async () => {
        ({ file } = await runJob('backup.create', { folder: to }));
      });
      rmSync(file);
      return ms;
    },
    async () => {
      const target = join(to, 'copy.db');
      const ms = await timed(1, () => copyDurably(registerFile(program), target));
      rmSync(target);
      return ms;
    },
  );
  return [comparison];
}

function copyDurably(source: string, target: string): void {
  const [from, to] = [openSync(source, 'r'), openSync(target, 'w')];
  const piece = Buffer.alloc(pieceBytes);
  for (let read = readSync(from, piece); read > 0; read = readSync(from, piece)) writeSync(to, piece, 0, read);
  fsyncSync(to);
  closeSync(to);
  closeSync(from);
}
