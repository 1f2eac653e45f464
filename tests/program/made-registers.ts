/** Registers that are made once in a run and copied for each test: the keys of one take longer than most tests. */
import { createHash, randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Output } from '#shared/contract/contract.ts';

export type Sheets = Output<'register.create'>['sheets'];

/** Makes a register at the path, closes it again and returns its recovery sheets. */
type Make = (path: string) => Promise<Sheets>;

/** Copies the register that this describes to `path`; the first test that asks for it makes it. */
export async function copyMade(description: object, path: string, make: Make): Promise<Sheets> {
  const name = createHash('sha256').update(JSON.stringify(description)).digest('hex').slice(0, 16);
  const kept = join(inject('madeRegisters'), name);
  if (!existsSync(kept)) {
    const making = `${kept}-${randomUUID()}`;
    mkdirSync(making);
    const sheets = await make(join(making, 'register'));
    writeFileSync(join(making, 'sheets.json'), JSON.stringify(sheets));
    try {
      renameSync(making, kept);
    } catch (cause) {
      // Another file of tests was quicker.
      if (!existsSync(kept)) throw cause;
      rmSync(making, { recursive: true, force: true });
    }
  }
  cpSync(join(kept, 'register'), path, { recursive: true });
  return JSON.parse(readFileSync(join(kept, 'sheets.json'), 'utf8'));
}
