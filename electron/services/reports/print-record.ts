/** Prints one record that the session may read. */
import type { Output, ParsedInput } from '#shared/contract/contract.ts';
import type { RecordServices } from '../records/record-services.ts';
import type { RecordSession } from '../records/record-session.ts';
import type { Reports } from './reports.ts';

interface PrintServices {
  readonly records: Pick<RecordServices, 'open'> & { readonly identities: Pick<RecordServices['identities'], 'open'> };
  readonly reports: Pick<Reports, 'printRecord'>;
}

/** Prints a record, with direct identifiers only where the session may open them without giving a reason. */
export function printRecord(
  { records, reports }: PrintServices,
  session: RecordSession,
  { id, language, file, withIdentity }: ParsedInput<'record.print'>,
): Promise<Output<'record.print'>> {
  const { meta, content } = records.open(session, id);
  const identity = withIdentity ? records.identities.open(session, id, null).values : null;
  return reports.printRecord(session, { meta, content, identity }, language, file);
}
