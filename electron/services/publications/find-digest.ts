/** Which publication, or which of its tables, a digest typed from paper belongs to. */
import type { Output } from '#shared/contract/contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import { printedDigest } from '../reports/writing.ts';
import { listPublications, readFrozen } from './kept-publications.ts';
import { typedDigest } from './typed-digest.ts';

/** Every place that bears the digest, and whether its content can still be read; digest null where it is not whole. */
export function findDigest(database: RegisterDatabase, typed: string): Output<'publication.check-digest'> {
  const digest = typedDigest(typed);
  if (digest === null) return { digest: null, found: [] };
  const found = listPublications(database).flatMap((publication) => {
    const tables = publication.tables.filter((table) => table.digest === digest).map(({ name }) => name);
    const places: (string | null)[] = publication.digest === digest ? [null, ...tables] : tables;
    return places.map((table) => ({ publication, table, isIntact: isReadable(database, publication.id) }));
  });
  return { digest: printedDigest(digest), found };
}

function isReadable(database: RegisterDatabase, id: string): boolean {
  try {
    readFrozen(database, id);
    return true;
  } catch (cause) {
    if (cause instanceof AppError && cause.code === 'PUBLICATION_DAMAGED') return false;
    throw cause;
  }
}
