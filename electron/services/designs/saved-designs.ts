/** Tables that somebody put together, under a name: everybody's own, and those that a supervisor or analyst shared. */
import { and, eq, ne, or } from 'drizzle-orm';
import { v7 as newId } from 'uuid';
import type { Output, ParsedInput } from '#shared/contract/contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import { type TableDesign, tableDesign } from '#shared/contract/table-design.ts';
import { registerOf } from '#shared/dictionary/registers.ts';
import { checkDesign } from '#shared/statistics/design/check-design.ts';
import { savedDesign } from '../../database/fixed-tables.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import { accountNames } from '../account-names.ts';
import type { OpenRegister, SignedInAccount } from '../open-register.ts';

interface DesignSession {
  readonly account: Pick<SignedInAccount, 'id' | 'roles'>;
  readonly register: OpenRegister;
}

type Designs = Output<'design.list'>['designs'];
type NamedDesign = Pick<Designs[number], 'id' | 'name' | 'design'>;

/** Own designs and shared ones, by name. One that this version of the program cannot read is left out. */
export function listDesigns({ account, register }: DesignSession): Designs {
  const { database } = register;
  const names = accountNames(database);
  const rows = database.orm
    .select()
    .from(savedDesign)
    .where(or(eq(savedDesign.accountId, account.id), eq(savedDesign.shared, true)))
    .orderBy(savedDesign.name, savedDesign.id)
    .all();
  return rows.flatMap(({ accountId, design, ...row }) => {
    const parsed = tableDesign.safeParse(design);
    if (!parsed.success) return [];
    return [{ ...row, own: accountId === account.id, owner: names.get(accountId) ?? '', design: parsed.data }];
  });
}

/** Shared designs that stand in the yearly summary, by name; of these too, one that cannot be read is left out. */
export function designsInReport(database: RegisterDatabase): readonly NamedDesign[] {
  const rows = database.orm
    .select()
    .from(savedDesign)
    .where(and(eq(savedDesign.shared, true), eq(savedDesign.inReport, true)))
    .orderBy(savedDesign.name, savedDesign.id)
    .all();
  return rows.flatMap(({ id, name, design }) => {
    const parsed = tableDesign.safeParse(design);
    return parsed.success ? [{ id, name, design: parsed.data }] : [];
  });
}

/** Every saved design of the register, whoever may see it. */
export function savedDesigns(database: RegisterDatabase): readonly TableDesign[] {
  return database.orm
    .select({ design: savedDesign.design })
    .from(savedDesign)
    .all()
    .flatMap(({ design }) => tableDesign.safeParse(design).data ?? []);
}

/** Keeps a design under a name; one of the same name and account is replaced. */
export function saveDesign({ account, register }: DesignSession, { name, design }: ParsedInput<'design.save'>): string {
  checkDesign(registerOf(register.kind), design);
  const kept = register.database.orm
    .insert(savedDesign)
    .values({ id: newId(), accountId: account.id, name, shared: false, inReport: false, design })
    .onConflictDoUpdate({ target: [savedDesign.accountId, savedDesign.name], set: { design } })
    .returning({ id: savedDesign.id })
    .get();
  return kept.id;
}

/** The design, if this account may see it; private ones of others do not exist for it. */
function findDesign({ account, register }: DesignSession, id: string): { readonly own: boolean } {
  const found = register.database.orm.select().from(savedDesign).where(eq(savedDesign.id, id)).get();
  const own = found?.accountId === account.id;
  if (!found || !(own || found.shared)) throw new AppError('INVALID_INPUT', { fields: ['id'] });
  return { own };
}

/** Gives an own design another name; INVALID_INPUT where another own one has it. */
export function renameDesign(session: DesignSession, { id, name }: ParsedInput<'design.rename'>): void {
  const { account, register } = session;
  if (!findDesign(session, id).own) throw new AppError('FORBIDDEN');
  const isOther = and(eq(savedDesign.accountId, account.id), eq(savedDesign.name, name), ne(savedDesign.id, id));
  const taken = register.database.orm.select({ id: savedDesign.id }).from(savedDesign).where(isOther).get();
  if (taken) throw new AppError('INVALID_INPUT', { fields: ['name'] });
  register.database.orm.update(savedDesign).set({ name }).where(eq(savedDesign.id, id)).run();
}

const isSupervisor = ({ account }: DesignSession): boolean => account.roles.includes('supervisor');

/** Takes a design away: one's own, or as a supervisor one that somebody shared. */
export function removeDesign(session: DesignSession, id: string): void {
  if (!findDesign(session, id).own && !isSupervisor(session))
    throw new AppError('FORBIDDEN', { needs: ['supervisor'] });
  session.register.database.orm.delete(savedDesign).where(eq(savedDesign.id, id)).run();
}

/** Own designs are shared by their owner; what is shared a supervisor also ends, or puts into the yearly summary. */
export function shareDesign(session: DesignSession, { id, shared, inReport }: ParsedInput<'design.share'>): void {
  if (!findDesign(session, id).own && !isSupervisor(session))
    throw new AppError('FORBIDDEN', { needs: ['supervisor'] });
  session.register.database.orm.update(savedDesign).set({ shared, inReport }).where(eq(savedDesign.id, id)).run();
}
