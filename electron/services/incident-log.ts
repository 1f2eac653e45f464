/** The log of unexpected failures: a number the user can quote, the place in the code, and nothing of any record. */
import { randomInt } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { redact } from '../security/redact.ts';

const largestBytes = 1_000_000;

/** Returns a function that keeps a failure and gives back its number. */
export function createIncidentLog(userData: string): (name: string, cause: unknown) => string {
  const folder = join(userData, 'logs');
  const file = join(folder, 'incidents.log');
  return (name, cause) => {
    const incident = `${new Date().toISOString().slice(0, 10)}-${randomInt(1000, 9999)}`;
    try {
      mkdirSync(folder, { recursive: true });
      if (existsSync(file) && statSync(file).size > largestBytes) renameSync(file, `${file}.old`);
      appendFileSync(file, `${JSON.stringify({ incident, name, failure: redact(cause) })}\n`);
    } catch {
      // A log that cannot be written must not hide the failure it was to keep.
    }
    return incident;
  };
}
