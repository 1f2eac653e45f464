/** A record as it crosses every border of the program: plain JSON, keyed by the field ids of the dictionary. */
import type { MissingMarker, RuleLevel } from '../dictionary/vocabulary.ts';
import type { InUse } from './in-use.ts';

/** The reason why there is no value; never confused with a value, never 0, '' or a date. */
export interface Missing {
  readonly missing: MissingMarker;
}

/**
 * null: not entered. int: number. decimal: number with at most two decimals. text: string. code: code id.
 * codes: ids in the order entered (the first is the main one). date: YYYY-MM-DD. partial_date: YYYY, YYYY-MM, YYYY-MM-DD
 * or two of these with a slash between them.
 */
export type FieldValue = null | string | number | readonly string[] | Missing;

/** A field that is absent has not been entered. */
export type Values = Readonly<Record<string, FieldValue>>;

export interface GroupRow {
  /** UUIDv7 that the row keeps for life; the window makes it for a new row. */
  readonly id: string;
  readonly values: Values;
}

export interface RecordContent {
  readonly values: Values;
  /** Rows of each repeating group by entity id, in order. */
  readonly groups: Readonly<Record<string, readonly GroupRow[]>>;
}

/** What rules, derivations and conditions see. `identity` only where the session may open the vault. */
export interface RuleSubject extends RecordContent {
  readonly entity: string;
  readonly id: string;
  readonly identity?: Values;
  /** The same for rows of a group that has a vault, by the id of the row. */
  readonly rowIdentities?: Readonly<Record<string, Values>>;
  /** The content as it came, before the program set its own values: those that it set at the last save stand there. */
  readonly cameIn?: RecordContent;
}

export interface InstitutionFacts extends InUse {
  readonly type: string;
  readonly country: string;
}

/** Range of punishment of an article of criminal law, as the register of articles has it. */
export interface ArticleFacts {
  readonly leastMonths: number | undefined;
  /** Undefined where the article allows life imprisonment. */
  readonly mostMonths: number | undefined;
}

/** Another registration under the same victim code, or another record of the same person code. */
export interface EarlierRegistration {
  readonly recordId: string;
  readonly content: RecordContent;
}

/** What rules know beyond the record itself. */
export interface RuleContext {
  /** Local calendar day, YYYY-MM-DD. */
  readonly today: string;
  /** Country of the register, ISO 3166-1 alpha-3 or XKX. */
  readonly ownCountry: string;
  /** Limits of the register's rules by name; one that is absent has its delivered value. */
  readonly limits?: Readonly<Record<string, number>>;
  readonly institution: (id: string) => InstitutionFacts | undefined;
  /** When an entry of a reference list is in use; undefined where no list has it, or it is always in use. */
  readonly inUse: (list: string, code: string) => InUse | undefined;
  /** An entry of the register of articles; absent where the register of the file keeps none. */
  readonly article?: (code: string) => ArticleFacts | undefined;
  /** Texts known to name a person of the register; absent where nobody has looked. */
  readonly namedTexts?: ReadonlySet<string> | undefined;
  readonly otherRegistrations: readonly EarlierRegistration[];
  /** Ids of other records that look like the same person (R28), newest first. */
  readonly likelyDuplicates: readonly string[];
}

export interface FieldRef {
  readonly entity: string;
  /** Row of a repeating group; absent for the record itself and its vault. */
  readonly row?: string;
  readonly field: string;
}

export interface Finding {
  readonly rule: string;
  readonly level: RuleLevel;
  /** Text key below the rule, where one rule speaks of several things: `rules:R10.late`. */
  readonly part?: string;
  /** Fields concerned, the one to mend first. */
  readonly fields: readonly FieldRef[];
  /** Values named in the message: dates and codes raw, formatted by whoever shows them. */
  readonly params: Readonly<Record<string, FieldValue>>;
}

export const isMissing = (value: FieldValue | undefined): value is Missing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** True where something was typed or chosen; a marker is an answer but not a value. */
export const isKnown = (value: FieldValue | undefined): value is string | number | readonly string[] =>
  value !== null && value !== undefined && !isMissing(value) && !(Array.isArray(value) && value.length === 0);
