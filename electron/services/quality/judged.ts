/** Whether every completed record of the register was judged by the rules of this program's dictionary, and when. */
import { eq } from 'drizzle-orm';
import { setting } from '../../database/fixed-tables.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';

const name = 'findingsJudged';

export interface Judged {
  /** Version of the dictionary whose rules judged. */
  readonly version: string;
  readonly at: string;
}

/** null: the register is older than the keeping of findings, and some of its records may never have been judged. */
export function readJudged(database: RegisterDatabase): Judged | null {
  const row = database.orm.select().from(setting).where(eq(setting.name, name)).get();
  const [version, at] = typeof row?.value === 'string' ? row.value.split(' ') : [];
  return version === undefined || at === undefined ? null : { version, at };
}

/** Notes that all records are judged by this version; from then on each is judged when it is written. */
export function markJudged(database: RegisterDatabase, { version, at }: Judged): void {
  const value = `${version} ${at}`;
  database.orm
    .insert(setting)
    .values({ name, value })
    .onConflictDoUpdate({ target: setting.name, set: { value } })
    .run();
}
