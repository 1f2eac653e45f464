/** Settings of a register, kept as JSON by name; what is not stored has its delivered value. */
import { eq } from 'drizzle-orm';
import type { Output, ParsedInput } from '#shared/contract/contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { SessionInfo } from '#shared/contract/session.ts';
import { notice, registerInfo, setting } from '../database/fixed-tables.ts';
import type { RegisterDatabase } from '../database/register-database.ts';
import { readLimits, writeLimits } from './limits.ts';
import type { OpenRegister } from './open-register.ts';

const delivered = {
  idleMinutes: 10,
  publicThreshold: 5 as 3 | 5 | 10,
  publicRounding: 0 as 0 | 3 | 5 | 10,
  otherSexOffered: true,
};
type Stored = typeof delivered;

/** What the program itself goes by, whatever the kind of register. */
export type Settings = Omit<Output<'settings.get'>, 'limits'>;

const read = <N extends keyof Stored>(database: RegisterDatabase, name: N): Stored[N] => {
  const row = database.orm.select().from(setting).where(eq(setting.name, name)).get();
  return row ? (row.value as Stored[N]) : delivered[name];
};

/** The settings that every register has. */
export function readSettings(database: RegisterDatabase): Settings {
  const info = database.orm.select().from(registerInfo).get();
  return {
    institution: info?.institution ?? '',
    office: info?.office ?? '',
    idleMinutes: read(database, 'idleMinutes'),
    publicThreshold: read(database, 'publicThreshold'),
    publicRounding: read(database, 'publicRounding'),
    otherSexOffered: read(database, 'otherSexOffered'),
  };
}

type OfRegister = Pick<OpenRegister, 'database' | 'kind'>;

/** All settings, with the limits of the rules of this kind of register. */
export function readAllSettings({ database, kind }: OfRegister): Output<'settings.get'> {
  return { ...readSettings(database), limits: readLimits(database, kind) };
}

/** Changes the settings named; the others stay. To be called in a transaction; INVALID_INPUT where rounding would tell small counts. */
export function writeSettings({ database, kind }: OfRegister, changed: ParsedInput<'settings.set'>): void {
  const { institution, office, limits, ...others } = changed;
  if (limits !== undefined) writeLimits(database, kind, limits);
  if (institution !== undefined) database.orm.update(registerInfo).set({ institution }).run();
  if (office !== undefined) database.orm.update(registerInfo).set({ office }).run();
  for (const [name, value] of Object.entries(others)) {
    if (value === undefined) continue;
    database.orm
      .insert(setting)
      .values({ name, value })
      .onConflictDoUpdate({ target: setting.name, set: { value } })
      .run();
  }
  const [threshold, base] = [read(database, 'publicThreshold'), read(database, 'publicRounding')];
  // Rounded to threes, a four is told from a one.
  if (base > 0 && base < threshold) throw new AppError('INVALID_INPUT', { publicRounding: base });
}

/** A restore is old news after three months: what it brought back stands in the list of what is due. */
const restoreToldForMs = 92 * 24 * 60 * 60 * 1000;

/** What everybody is told at sign-in: newest first. */
export function readNotices(database: RegisterDatabase, now: Date): SessionInfo['notices'] {
  const isNews = ({ code, at }: SessionInfo['notices'][number]): boolean =>
    code !== 'ERASED_MAY_BE_BACK' || now.getTime() - new Date(at).getTime() < restoreToldForMs;
  return database.orm
    .select({ code: notice.code, at: notice.at })
    .from(notice)
    .all()
    .filter(isNews)
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, 20);
}
