/** How long records are kept: a period of the register, periods of institutions, the law, and the life of backups. */
import { eq, like } from 'drizzle-orm';
import type { Output, ParsedInput } from '#shared/contract/contract.ts';
import { setting } from '../../database/fixed-tables.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';

export type RetentionSettings = Output<'retention.get'>;

const names = { years: 'retentionYears', lawBasis: 'retentionLawBasis', backupMonths: 'backupMonths' } as const;
const institutionPrefix = `${names.years}.`;
/** As delivered. No period is delivered: national law decides it. */
const delivered = { lawBasis: '', backupMonths: 12 } as const;

const read = (database: RegisterDatabase, name: string): unknown =>
  database.orm.select().from(setting).where(eq(setting.name, name)).get()?.value;

/** Periods as they are set now. */
export function readPeriods(database: RegisterDatabase): RetentionSettings {
  const rows = database.orm
    .select()
    .from(setting)
    .where(like(setting.name, `${institutionPrefix}%`))
    .all();
  const years = read(database, names.years);
  return {
    years: typeof years === 'number' ? years : null,
    institutions: Object.fromEntries(
      rows.map(({ name, value }) => [name.slice(institutionPrefix.length), Number(value)]),
    ),
    lawBasis: String(read(database, names.lawBasis) ?? delivered.lawBasis),
    backupMonths: Number(read(database, names.backupMonths) ?? delivered.backupMonths),
  };
}

function write(database: RegisterDatabase, name: string, value: string | number | null): void {
  database.orm.delete(setting).where(eq(setting.name, name)).run();
  if (value !== null) database.orm.insert(setting).values({ name, value }).run();
}

/** Changes what is named and returns the names of what changed; the caller holds the transaction. */
export function writePeriods(database: RegisterDatabase, changed: ParsedInput<'retention.set'>): string[] {
  const { institutions = {}, ...others } = changed;
  const named = Object.entries(others).filter(([, value]) => value !== undefined);
  for (const [name, value] of named) write(database, names[name as keyof typeof names], value);
  for (const [code, years] of Object.entries(institutions)) write(database, `${institutionPrefix}${code}`, years);
  return [...named.map(([name]) => name), ...Object.keys(institutions)];
}

/** Years that hold for an institution; null where nothing falls due by time. */
export const yearsFor = ({ years, institutions }: RetentionSettings, institution: string | null): number | null =>
  (institution === null ? undefined : institutions[institution]) ?? years;
