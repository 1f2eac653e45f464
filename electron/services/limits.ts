/** Limits of the rules as the installation set them; what is not stored has its delivered value. */
import { AppError } from '#shared/contract/errors.ts';
import { isWithinBounds } from '#shared/dictionary/limits.ts';
import { registerOf } from '#shared/dictionary/registers.ts';
import type { LimitDeclaration, RegisterKind } from '#shared/dictionary/vocabulary.ts';
import { setting } from '../database/fixed-tables.ts';
import type { RegisterDatabase } from '../database/register-database.ts';

/** Limits stand among the settings, each under its own name. */
const prefix = 'limit.';

const declaredOf = (kind: RegisterKind): readonly (readonly [string, LimitDeclaration])[] =>
  Object.entries(registerOf(kind).limits ?? {});

/** Every limit that the register declares, with the number that counts. */
export function readLimits(database: RegisterDatabase, kind: RegisterKind): Readonly<Record<string, number>> {
  const declared = declaredOf(kind);
  // Asked for every record that is judged.
  if (declared.length === 0) return {};
  const stored = new Map(
    database
      .prepare(`SELECT "name", "value" FROM "setting" WHERE "name" GLOB '${prefix}*'`)
      .all()
      .map(({ name, value }) => [String(name).slice(prefix.length), Number(value)]),
  );
  return Object.fromEntries(declared.map(([name, { delivered }]) => [name, stored.get(name) ?? delivered]));
}

/** Sets the limits named, all or none; INVALID_INPUT names those that are not declared or out of their bounds. */
export function writeLimits(
  database: RegisterDatabase,
  kind: RegisterKind,
  changed: Readonly<Record<string, number>>,
): void {
  const declared = new Map(declaredOf(kind));
  const wrong = Object.entries(changed).flatMap(([name, value]) => {
    const limit = declared.get(name);
    return limit && isWithinBounds(limit, value) ? [] : [`limits.${name}`];
  });
  if (wrong.length > 0) throw new AppError('INVALID_INPUT', { fields: wrong });
  for (const [name, value] of Object.entries(changed)) {
    database.orm
      .insert(setting)
      .values({ name: prefix + name, value })
      .onConflictDoUpdate({ target: setting.name, set: { value } })
      .run();
  }
}
