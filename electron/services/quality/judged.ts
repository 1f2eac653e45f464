/** Whether every completed record of the register was judged by the rules of today and their limits, and when. */
import { eq } from 'drizzle-orm';
import { limitsMark } from '#shared/dictionary/limits.ts';
import { registerOf } from '#shared/dictionary/registers.ts';
import { setting } from '../../database/fixed-tables.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import { readLimits } from '../limits.ts';
import type { OpenRegister } from '../open-register.ts';

const name = 'findingsJudged';

/** What rules judge by: the dictionary they stand in, and what the installation set of their limits. */
export interface RulesInForce {
  readonly version: string;
  readonly limits: string;
}

export interface Judged {
  /** Version of the dictionary whose rules judged, and the limits that were not as delivered. */
  readonly by: RulesInForce;
  readonly at: string;
}

/** The rules as they would judge now. */
export function rulesInForce({ database, kind }: Pick<OpenRegister, 'database' | 'kind'>): RulesInForce {
  const register = registerOf(kind);
  return { version: register.version, limits: limitsMark(register, readLimits(database, kind)) };
}

/** null: the register is older than the keeping of findings, and some of its records may never have been judged. */
function readJudged(database: RegisterDatabase): Judged | null {
  const row = database.orm.select().from(setting).where(eq(setting.name, name)).get();
  const [version, at, limits = ''] = typeof row?.value === 'string' ? row.value.split(' ') : [];
  return version === undefined || at === undefined ? null : { by: { version, limits }, at };
}

/**
 * When every record was last judged anew; null where some were judged by other rules than those in force, or never:
 * what is kept of them stays as it was until somebody asks for all of them to be judged.
 */
export function judgedAt(register: Pick<OpenRegister, 'database' | 'kind'>): string | null {
  const judged = readJudged(register.database);
  const now = rulesInForce(register);
  return judged?.by.version === now.version && judged.by.limits === now.limits ? judged.at : null;
}

/** Notes that all records are judged by these rules; from then on each is judged when it is written. */
export function markJudged(database: RegisterDatabase, { by, at }: Judged): void {
  const value = [by.version, at, ...(by.limits === '' ? [] : [by.limits])].join(' ');
  database.orm
    .insert(setting)
    .values({ name, value })
    .onConflictDoUpdate({ target: setting.name, set: { value } })
    .run();
}
