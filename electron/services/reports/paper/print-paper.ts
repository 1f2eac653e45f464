/** Prints forms to be filled in by hand: blank, or with what a record holds. */
import type { Output, ParsedInput } from '#shared/contract/contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import type { RecordServices } from '../../records/record-services.ts';
import type { RecordSession } from '../../records/record-session.ts';
import type { Reports } from '../reports.ts';

interface PaperServices {
  readonly records: Pick<RecordServices, 'open'> & { readonly identities: Pick<RecordServices['identities'], 'open'> };
  readonly reports: Pick<Reports, 'printPaper'>;
}

/** A blank form of a record type. */
export function printBlankForm(
  { reports }: PaperServices,
  session: RecordSession,
  { entity, identitySheet, language, file, ...options }: ParsedInput<'paper.print-blank'>,
): Promise<Output<'paper.print-blank'>> {
  const isKnown = indexOfKind(session.register.kind).roots.some(({ id }) => id === entity);
  if (!isKnown) throw new AppError('INVALID_INPUT', { fields: ['entity'] });
  const form = { entity, stored: null, identity: identitySheet ? {} : null, options };
  return reports.printPaper(session, form, language, file);
}

/** A form with what is stored, direct identifiers only where the session may open them. */
export function printFilledForm(
  { records, reports }: PaperServices,
  session: RecordSession,
  { id, identitySheet, reason, language, file, ...options }: ParsedInput<'paper.print-filled'>,
): Promise<Output<'paper.print-filled'>> {
  const { meta, content } = records.open(session, id);
  const stored = identitySheet === 'filled' ? records.identities.open(session, id, reason).values : {};
  const identity = identitySheet === 'none' ? null : stored;
  return reports.printPaper(
    session,
    { entity: meta.entity, stored: { meta, content }, identity, options },
    language,
    file,
  );
}
