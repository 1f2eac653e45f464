/** The closed list of expected failures. Each has a text in every language: what happened, what is safe, what to do. */
export const errorCodes = [
  // gates
  'UNKNOWN_PROCEDURE',
  'NOT_SIGNED_IN',
  'FORBIDDEN',
  'INVALID_INPUT',
  'SETUP_UNFINISHED',
  'INTERNAL',
  // register and session
  'REGISTER_NOT_FOUND',
  'REGISTER_EXISTS',
  'REGISTER_IN_USE',
  'REGISTER_DAMAGED',
  'REGISTER_OTHER_KIND',
  'REGISTER_FOREIGN',
  'DB_NEWER_THAN_APP',
  'HEADER_OUTDATED',
  'FOLDER_NOT_WRITABLE',
  'FOLDER_NOT_EMPTY',
  'DISK_FULL',
  'MIGRATION_FAILED',
  'WRONG_PASSPHRASE',
  'SIGN_IN_DELAYED',
  'ACCOUNT_INACTIVE',
  'PASSPHRASE_TOO_WEAK',
  'LOGIN_TAKEN',
  'LAST_ADMINISTRATOR',
  'VAULT_KEY_NEEDED',
  'RECOVERY_SHEET_WRONG',
  // records
  'RECORD_NOT_FOUND',
  'RECORD_LOCKED',
  'STALE_REVISION',
  'RULES_VIOLATED',
  'NUMBER_NEEDED',
  'REASON_NEEDED',
  'SECOND_PERSON_NEEDED',
  'IDENTITY_NOT_ALLOWED',
  'ATTACHMENT_NOT_FOUND',
  'ATTACHMENT_KIND',
  'ATTACHMENT_EMPTY',
  'ATTACHMENT_TOO_LARGE',
  'ATTACHMENT_DAMAGED',
  // merging
  'MERGE_NEEDS_NUMBER',
  'MERGE_SETTLED',
  // retention and erasure
  'ERASURE_PROPOSED',
  'ERASURE_SETTLED',
  'ERASURE_OUTDATED',
  'ERASURE_SECOND_PERSON',
  'ERASURE_WAITS',
  // code lists
  'REFERENCE_NOT_FOUND',
  'REFERENCE_CODE_TAKEN',
  'REFERENCE_ALIKE',
  'REFERENCE_CHANGED',
  'REFERENCE_SUCCESSOR',
  // statistics
  'POPULATION_SUMS',
  // exchange, backup, jobs
  'FILE_NOT_FOUND',
  'FILE_NOT_READABLE',
  'FILE_WRITE_FAILED',
  'IMPORT_INVALID',
  'BACKUP_DAMAGED',
  'BACKUP_WRONG_KEY',
  'BACKUP_FOREIGN',
  'TRAINING_OVER_REAL',
  'REGISTER_NOT_EMPTY',
  'SEAL_MISMATCH',
  'CHECK_FAILED',
  'CANCELLED',
  'NO_PERIOD',
  'TABLE_TOO_LARGE',
  // publications
  'BETRAYS_GROUP',
  'PUBLICATION_NOT_FOUND',
  'PUBLICATION_DAMAGED',
  'PRINTING_FAILED',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** Plain values that a translated message may name: counts, ids, field ids, dates; never a name, note or passphrase. */
export type ErrorParams = Readonly<Record<string, string | number | boolean | readonly string[]>>;

export interface Failure {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  /** Number under which the log keeps an unexpected failure. */
  readonly incident?: string;
}

export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure };

/** An expected failure: a code, parameters without personal data, and the cause for the log. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;

  constructor(code: ErrorCode, params: ErrorParams = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = 'AppError';
    this.code = code;
    this.params = params;
  }
}
