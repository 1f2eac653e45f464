/** What a long run found, for the report; a daily run keeps nothing. */
import { appendFileSync } from 'node:fs';

export function noteResult(name: string, detail: Readonly<Record<string, unknown>>): void {
  const file = process.env.KRITER_ASSURANCE;
  if (file) appendFileSync(file, `${JSON.stringify({ name, ...detail })}\n`);
}
