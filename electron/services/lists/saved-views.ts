/** Ways to look at a record list under a name: everybody's own, and those that a supervisor shared. */
import { and, eq, or } from 'drizzle-orm';
import { v7 as newId } from 'uuid';
import type { Output, ParsedInput } from '#shared/contract/contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import { listView } from '#shared/contract/list-query.ts';
import { sourceLanguage } from '#shared/languages.ts';
import { savedView } from '../../database/fixed-tables.ts';
import { accountNames } from '../account-names.ts';
import { indexOfSession, isSupervisor, type RecordSession } from '../records/record-session.ts';
import { storeOf } from '../records/record-store.ts';
import { checkQuery } from './check-query.ts';

type Views = Output<'view.list'>['views'];

/** Own views and shared ones. A view that this version of the program cannot read is left out. */
export function listViews({ account, register }: RecordSession, entity: string): Views {
  const { database } = register;
  const names = accountNames(database);
  const rows = database.orm
    .select()
    .from(savedView)
    .where(and(eq(savedView.entity, entity), or(eq(savedView.accountId, account.id), eq(savedView.shared, true))))
    .all();
  return rows.flatMap(({ id, accountId, name, shared, view }) => {
    const parsed = listView.safeParse(view);
    if (!parsed.success) return [];
    return [{ id, name, shared, own: accountId === account.id, owner: names.get(accountId) ?? '', view: parsed.data }];
  });
}

/** Keeps a view under a name; one of the same name and account is replaced, and stays shared if it was. */
export function saveView(session: RecordSession, { entity, name, view }: ParsedInput<'view.save'>): string {
  const { account, register } = session;
  const { database, kind } = register;
  storeOf(database, kind).of(entity);
  const query = { entity, binned: false, search: null, language: sourceLanguage, ...view };
  checkQuery(indexOfSession(session), query);
  const kept = database.orm
    .insert(savedView)
    .values({ id: newId(), accountId: account.id, entity, name, shared: false, view })
    .onConflictDoUpdate({ target: [savedView.accountId, savedView.entity, savedView.name], set: { view } })
    .returning({ id: savedView.id })
    .get();
  return kept.id;
}

/** The view, if this account may see it; private views of others do not exist for it. */
function findView(
  { account, register }: RecordSession,
  id: string,
): { readonly own: boolean; readonly shared: boolean } {
  const found = register.database.orm.select().from(savedView).where(eq(savedView.id, id)).get();
  const own = found?.accountId === account.id;
  if (!found || !(own || found.shared)) throw new AppError('INVALID_INPUT', { fields: ['id'] });
  return { own, shared: found.shared };
}

/** Takes a view away: one's own, or as a supervisor one that somebody shared. */
export function removeView(session: RecordSession, id: string): void {
  if (!findView(session, id).own && !isSupervisor(session)) throw new AppError('FORBIDDEN', { needs: ['supervisor'] });
  session.register.database.orm.delete(savedView).where(eq(savedView.id, id)).run();
}

/** Lets every account see one's own view, or only oneself again; a supervisor also ends what others have shared. */
export function shareView(session: RecordSession, id: string, shared: boolean): void {
  if (!isSupervisor(session)) throw new AppError('FORBIDDEN', { needs: ['supervisor'] });
  const { own } = findView(session, id);
  if (shared && !own) throw new AppError('FORBIDDEN');
  session.register.database.orm.update(savedView).set({ shared }).where(eq(savedView.id, id)).run();
}
