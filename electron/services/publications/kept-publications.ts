/** Publications as the register keeps them: added, marked as withdrawn, never changed or deleted. */
import { desc, eq } from 'drizzle-orm';
import { AppError } from '#shared/contract/errors.ts';
import type { Publication } from '#shared/contract/publication.ts';
import { type SummaryContent, summaryContent } from '#shared/contract/summary.ts';
import {
  type DesignBehind,
  type FiguresBehind,
  publication,
  publicationTable,
} from '../../database/publication-tables.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import { accountNames } from '../account-names.ts';
import { canonicalJson, digestOf, digestOfFacts } from '../statistics/digest.ts';
import { nameOfTable } from './released-tables.ts';

export interface NewPublication {
  readonly id: string;
  readonly at: string;
  readonly accountId: string;
  readonly kind: Publication['kind'];
  readonly way: Publication['way'];
  readonly content: SummaryContent;
  readonly figuresBehind: FiguresBehind;
  readonly designs: readonly DesignBehind[];
}

/** Keeps what is stated, as canonical JSON. To be called in a transaction. */
export function keepPublication(database: RegisterDatabase, made: NewPublication): void {
  const { content, ...facts } = made;
  const { period, threshold, digest, tables } = content;
  database.orm
    .insert(publication)
    .values({
      ...facts,
      statistic: made.kind === 'table' ? (tables[0]?.id ?? null) : null,
      periodFrom: period.from,
      periodTo: period.to,
      periodText: period.text,
      threshold,
      digest,
      content: canonicalJson(content),
    })
    .run();
  for (const [position, table] of tables.entries()) {
    database.orm
      .insert(publicationTable)
      .values({ publicationId: made.id, position, statistic: table.id, part: table.part, digest: table.digest })
      .run();
  }
}

type Row = Omit<typeof publication.$inferSelect, 'content' | 'figuresBehind' | 'designs'>;

const listed = {
  id: publication.id,
  at: publication.at,
  accountId: publication.accountId,
  kind: publication.kind,
  way: publication.way,
  statistic: publication.statistic,
  periodFrom: publication.periodFrom,
  periodTo: publication.periodTo,
  periodText: publication.periodText,
  threshold: publication.threshold,
  digest: publication.digest,
  withdrawnAt: publication.withdrawnAt,
  withdrawnBy: publication.withdrawnBy,
  withdrawnReason: publication.withdrawnReason,
};

/** Every publication, newest first. */
export function listPublications(database: RegisterDatabase): Publication[] {
  const names = accountNames(database);
  const tables = Map.groupBy(
    database.orm.select().from(publicationTable).orderBy(publicationTable.position).all(),
    ({ publicationId }) => publicationId,
  );
  const describe = (row: Row): Publication => ({
    id: row.id,
    at: row.at,
    by: names.get(row.accountId) ?? '',
    kind: row.kind,
    way: row.way,
    statistic: row.statistic,
    period: { from: row.periodFrom, to: row.periodTo, text: row.periodText },
    threshold: row.threshold,
    digest: row.digest,
    tables: (tables.get(row.id) ?? []).map(({ statistic: id, part, digest }) => ({
      name: nameOfTable({ id, part }),
      id,
      part,
      digest,
    })),
    withdrawn:
      row.withdrawnAt === null
        ? null
        : { at: row.withdrawnAt, by: names.get(row.withdrawnBy ?? '') ?? '', reason: row.withdrawnReason ?? '' },
  });
  return database.orm
    .select(listed)
    .from(publication)
    .orderBy(desc(publication.at), desc(publication.id))
    .all()
    .map(describe);
}

/** One of them; PUBLICATION_NOT_FOUND where there is none of that id. */
export function findPublication(database: RegisterDatabase, id: string): Publication {
  const found = listPublications(database).find((each) => each.id === id);
  if (!found) throw new AppError('PUBLICATION_NOT_FOUND');
  return found;
}

export interface Frozen {
  /** As it is kept, to the byte. */
  readonly json: string;
  readonly content: SummaryContent;
  readonly figuresBehind: FiguresBehind;
  readonly designs: readonly DesignBehind[];
}

/** What a publication stated; PUBLICATION_DAMAGED where it no longer bears out its own digests. */
export function readFrozen(database: RegisterDatabase, id: string): Frozen {
  const row = database.orm
    .select({ json: publication.content, figuresBehind: publication.figuresBehind, designs: publication.designs })
    .from(publication)
    .where(eq(publication.id, id))
    .get();
  if (!row) throw new AppError('PUBLICATION_NOT_FOUND');
  const content = parseContent(row.json);
  if (content === null || !isIntact(content)) throw new AppError('PUBLICATION_DAMAGED');
  return { ...row, content };
}

/** null where the text states nothing that this program can read. */
function parseContent(json: string): SummaryContent | null {
  try {
    return summaryContent.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}

/** Whether the digest of the whole and those of its tables follow from what is kept. */
function isIntact({ digest, ...stated }: SummaryContent): boolean {
  return digestOfFacts(stated) === digest && stated.tables.every((table) => digestOf(table) === table.digest);
}

/** Marks a print or file that was begun as written. */
export function markWritten(database: RegisterDatabase, id: string): void {
  database.orm.update(publication).set({ way: 'written' }).where(eq(publication.id, id)).run();
}

/** Marks a publication as withdrawn; what is out is out, so it goes on counting for the guard. */
export function markWithdrawn(
  database: RegisterDatabase,
  id: string,
  mark: { readonly at: string; readonly by: string; readonly reason: string },
): void {
  if (findPublication(database, id).withdrawn) throw new AppError('INVALID_INPUT', { fields: ['id'] });
  database.orm
    .update(publication)
    .set({ withdrawnAt: mark.at, withdrawnBy: mark.by, withdrawnReason: mark.reason })
    .where(eq(publication.id, id))
    .run();
}
