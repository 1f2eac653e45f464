import type { RecordState } from '../contract/shapes.ts';
import type { ReferenceEntry } from '../dictionary/reference-lists/reference-entry.ts';
import type { Finding, RecordContent, Values } from '../records/record.ts';

/** What makes an invented record awkward on purpose. */
export type Awkwardness =
  | 'partial-dates'
  | 'markers'
  | 'several-episodes'
  | 'same-trafficking'
  | 'new-trafficking'
  | 'withdrawn'
  | 'returned'
  | 'archived'
  | 'draft'
  | 'binned'
  | 'prevented'
  | 'not-yet-exploited'
  | 'confirmed';

/** One invented record as it stands at the end: derived and settled, ready to be stored. */
export interface TrainingRecord {
  readonly entity: string;
  readonly id: string;
  readonly content: RecordContent;
  /** Direct identifiers; null where the person gave no consent and nothing else allows them. */
  readonly identity: Values | null;
  readonly state: RecordState;
  readonly archived: boolean;
  readonly binned: boolean;
  /** Every record but some drafts has its number. */
  readonly numbered: boolean;
  /** An earlier record of the same person, whose victim code this one shares; it always came out before. */
  readonly sameCodeAs: string | null;
  /** Day on which the record was entered. */
  readonly enteredOn: string;
  /** Day of the last change; absent where nothing changed since. */
  readonly savedOn?: string;
  /** What the rules say of a completed record: soft findings, all of them confirmed with a reason. */
  readonly findings: readonly Finding[];
  readonly confirmed: readonly string[];
}

/** One of the victims register. */
export interface TrainingRegistration extends TrainingRecord {
  readonly entity: 'victim' | 'prevented_case';
  readonly awkward: readonly Awkwardness[];
}

export interface TrainingInstitution {
  readonly code: string;
  readonly type: string | null;
  readonly country: string | null;
  readonly activeFrom: string | null;
  readonly activeTo: string | null;
}

/** An article of criminal law: its kind is a code of OFFTYPE. What is not said of it leaves the length open. */
export interface TrainingArticle {
  readonly code: string;
  readonly type: string | null;
  readonly activeFrom: string | null;
  readonly activeTo: string | null;
  readonly leastMonths?: number | null;
  readonly mostMonths?: number | null;
  readonly life?: boolean | null;
}

/** Entries of the reference lists of the installation, as `reference.list` gives them. */
export interface TrainingReference {
  readonly INST: readonly TrainingInstitution[];
  readonly MUNI: readonly { readonly code: string }[];
  readonly ETHN: readonly { readonly code: string }[];
  readonly LANG: readonly { readonly code: string }[];
  readonly ARTICLE: readonly TrainingArticle[];
}

export interface TrainingPlan {
  readonly records: number;
  readonly seed: number;
  /** Local calendar day, YYYY-MM-DD; no date lies later. */
  readonly today: string;
  readonly country: string;
  /** At least institutions; lists that the installation does not keep are left out of the records. */
  readonly reference: Pick<TrainingReference, 'INST'> & Partial<TrainingReference>;
}

/** The lists that an installation keeps; one that it does not keep is absent. */
type KeptLists = Readonly<Partial<Record<string, readonly { readonly type: string | null }[]>>>;

/** How the records of one kind of register are invented. */
export interface TrainingGenerator {
  readonly generate: (plan: TrainingPlan) => Iterable<TrainingRecord>;
  /** Entries that the lists of an installation lack, and without which no record can stand. */
  readonly standIns: (country: string, lists: KeptLists) => Readonly<Record<string, readonly ReferenceEntry[]>>;
}
