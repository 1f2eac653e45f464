/**
 * The words in which a register is declared. Everything else about a field, a code or a rule
 * (schemas, tables, forms, filters, templates, statistics) is derived from declarations in these words.
 */
import type {
  FieldRef,
  Finding,
  GroupRow,
  RecordContent,
  RuleContext,
  RuleSubject,
  Values,
} from '../records/record.ts';
import type { CourseDeclaration } from './course-vocabulary.ts';
import type { KeptListDeclaration } from './reference-lists/entry-facts.ts';

export const missingMarkers = ['unknown', 'not_applicable', 'not_asked', 'refused', 'withheld'] as const;
export type MissingMarker = (typeof missingMarkers)[number];

export const registerKinds = ['victims', 'justice'] as const;
export type RegisterKind = (typeof registerKinds)[number];

export type FieldType = 'int' | 'decimal' | 'text' | 'code' | 'codes' | 'date' | 'partial_date';

/** Y: when the record gets its number; F: on completion; C: on completion where its condition applies; N: optional. */
export type Requirement = 'Y' | 'F' | 'C' | 'N';

/** direct: vault only; quasi: generalised in exports; special: special category of personal data. */
export type Sensitivity = 'none' | 'quasi' | 'special' | 'direct';

/** What a field tells of the person of a record, for the search by name and for likely duplicates. */
export type PersonRole =
  | 'given_name'
  | 'family_name'
  | 'personal_number'
  | 'birth_date'
  | 'birth_year'
  | 'sex'
  | 'citizenship'
  /** Of rows that are persons; of a record about one person it is the code of the record. Given by the program. */
  | 'person_code';

/** When a field applies. Three-valued: what rests on an unknown answer is itself unknown, and the field then applies. */
export type Condition =
  | { readonly fact: string }
  | { readonly field: string; readonly is: readonly string[] }
  | { readonly field: string; readonly known: true }
  | { readonly field: string; readonly above: number }
  | { readonly rowsOf: string }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

export interface FieldDeclaration {
  /** Number in the data dictionary, such as V42; printed on forms and messages. */
  readonly no: string;
  readonly id: string;
  readonly entity: string;
  readonly section: string;
  readonly type: FieldType;
  /** Code list (code-lists/) or reference list (reference lists of the register) of a `code` or `codes` field. */
  readonly list?: string;
  /** Date of the row, of a row around it or of the record on which the answer was so: an entry in use then is right, too. */
  readonly datedBy?: string;
  /**
   * The number is that of another record of the same type. Going from record to record by such a field never leads back.
   */
  readonly refersTo?: 'record';
  /** Last day of what began on that date: an entry in use on either is right. */
  readonly datedUntil?: string;
  /** Once that date is known it alone decides, not the registration: an offence is judged by the law of its day. */
  readonly datedOnly?: boolean;
  readonly required: Requirement;
  readonly sensitivity: Sensitivity;
  /** Markers the officer may choose; `withheld` is open to a supervisor on any field and not listed. */
  readonly missing: readonly MissingMarker[];
  /** Set by the program (registers/<kind>/derivations.ts or the record itself), never typed. */
  readonly derived?: boolean;
  /** Held by the record itself: its running number, its pseudonymous code, its state, its archive flag. */
  readonly meta?: 'number' | 'code' | 'state' | 'archived';
  /** Names and numbers stand in a vault; several fields may hold parts of one name. */
  readonly personRole?: PersonRole;
  /** A derivation only proposes the value where something is known; otherwise it is typed. */
  readonly derivedWhenKnown?: boolean;
  /** The field applies only where this holds; elsewhere the program stores `not_applicable` or nothing. */
  readonly applies?: Condition;
  /** Requirement F or C holds only where this holds; elsewhere the field applies but may stay empty. */
  readonly requiredWhen?: Condition;
  /** Answers of which a supervisor is to be told. */
  readonly alertsWhen?: readonly string[];
  /** Inclusive bounds of an int or decimal, or of a date as ISO text. */
  readonly min?: number | string;
  readonly max?: number | string;
  /** Lower bounds of the classes in which tables count an int; without them it is no dimension. */
  readonly bands?: readonly number[];
  /** An age may be typed for this date of birth; it is counted on the first of these days that is known, else today. */
  readonly ageOn?: readonly string[];
  /** Longest text in characters. */
  readonly maxLength?: number;
  /** Text of several lines. */
  readonly multiline?: boolean;
  readonly source: string;
}

export interface EntityDeclaration {
  readonly id: string;
  /** A group may stand within another one: each of its rows belongs to a row of that one. */
  readonly parent: string | null;
  /** record: a root with number, state and revision; group: repeating rows of a record; vault: direct identifiers. */
  readonly role: 'record' | 'group' | 'vault';
  /**
   * One person keeps one code over several records of this type: the field that numbers her registrations, the one that
   * says how they relate, and the relation of the first.
   */
  readonly registrations?: { readonly episode: string; readonly relation: string; readonly first: string };
  /** First letter of the pseudonymous codes of a record type; without it, that of its name. */
  readonly codeLetter?: string;
  /** Field that numbers the rows 1, 2, 3 ... in the order in which they stand. */
  readonly ordinal?: string;
  /** Section of the form under which a group or vault stands. */
  readonly section?: string;
  /** Rows of the group have a meaning only where this holds. */
  readonly applies?: Condition;
}

export interface CodeDeclaration {
  readonly code: string;
  /** Coarser class that tables may collapse to. */
  readonly group?: string;
  /** RECMETH: contact or offer came over the internet. */
  readonly online?: boolean;
  /** EXPLSUB: form of exploitation under which the subtype usually stands (R14). */
  readonly usualForm?: string;
  /** EXPLSUB: ISIC Rev. 4 section, for labour tables. */
  readonly isic?: string;
  /** OFFTYPE: counts as a trafficking offence. */
  readonly tip?: boolean;
  /** Cannot be combined with any other code of a multiple-choice field (R13). */
  readonly exclusive?: boolean;
  /** EDU: level of ISCED 2011. */
  readonly isced?: string;
  /** Set by the program only; never offered for choice. */
  readonly derivedOnly?: boolean;
  /** Dictionary version in which the code was closed; it stays readable for ever. */
  readonly retiredIn?: string;
}

export interface CodeListDeclaration {
  readonly id: string;
  readonly codes: readonly CodeDeclaration[];
}

export type RuleLevel = 'hard' | 'soft';

export interface RuleDeclaration {
  /** Number in the rule book, such as R09; stands in every message. */
  readonly id: string;
  readonly entity: string;
  /** Strictest level at which the rule can speak; a finding carries its own. */
  readonly level: RuleLevel;
  /** Parts that ask for something not entered yet; they wait until the record is to be completed. */
  readonly waits?: readonly string[];
  /** It looks at `namedTexts` of its context: free texts are compared with the names of the register while one types. */
  readonly asksForNames?: true;
  readonly check: (subject: RuleSubject, context: RuleContext) => readonly Finding[];
}

/** A number that a rule measures by and that an installation may set. */
export interface LimitDeclaration {
  /** The rule that measures by it. */
  readonly rule: string;
  readonly delivered: number;
  /** Inclusive bounds of what may be set. */
  readonly least: number;
  readonly most: number;
  readonly unit: 'years' | 'months';
}

/** A length of time between two dates, of which one or both may be known in part: shown under a field, never stored. */
export interface Span {
  readonly at: FieldRef;
  readonly unit: 'years' | 'months' | 'days';
  readonly least: number;
  readonly most: number;
}

/** Three-valued: undefined where the record does not say. */
export type Fact = (subject: RuleSubject, context: RuleContext, row?: GroupRow) => boolean | undefined;

/** When the retention period of a record type begins, whose period counts, and when its vault has to be emptied. */
export interface RetentionDeclaration {
  readonly entity: string;
  /** Dates that start the period, the first that is known; where none is, the day on which the record was last worked on. */
  readonly startsAt: readonly string[];
  /** Field with the institution of registration: institutions may have periods of their own. */
  readonly institution: string;
  /** Only where the record type has a vault. */
  readonly vault?: {
    /** Day on which consent was withdrawn: from then on the vault is due. */
    readonly withdrawnOn: string;
    /** Fields that `mayBeKept` looks at. */
    readonly reads: readonly string[];
    /** Whether identities may be kept at all; undefined before that is answered. */
    readonly mayBeKept: (values: Values) => boolean | undefined;
  };
}

/** What data quality (T44) of a record type is counted by; its fields, sections and rules follow from the rest. */
export interface QualityDeclaration {
  /** Date of registration: it puts a record into a period and a year. */
  readonly registered: string;
  /** Code field with the office that a record comes from. */
  readonly office: string;
  /** Dates from which the days to entry are counted, or to another date of the record where one is named. */
  readonly delays: readonly { readonly from: string; readonly to?: string }[];
}

/** A column of counted rows: a code of a list, or of `codes` that stand here only; a date; a number; any other mark. */
export type CountedField = { readonly id: string } & (
  | { readonly type: 'code' | 'codes'; readonly list: string }
  | { readonly type: 'code'; readonly codes: readonly string[] }
  | { readonly type: 'date' | 'decimal' | 'mark' }
);

/**
 * Rows that tables count beside those that are stored: what the rows of a record come to by its facts. They are worked
 * out when a record is taken into columns, and kept nowhere else.
 */
export interface CountedGroup {
  readonly id: string;
  /** The record type, or the group in whose rows they stand. */
  readonly parent: string;
  readonly fields: readonly CountedField[];
  /** `outer`: the row of the parent; undefined where that is the record itself. */
  readonly rowsOf: (content: RecordContent, outer: GroupRow | undefined) => readonly Values[];
}

export interface RegisterDeclaration {
  readonly kind: RegisterKind;
  /** Version of the dictionary; stored with every record. */
  readonly version: string;
  /** Sections in the order of the form, per root entity. */
  readonly sections: readonly {
    readonly id: string;
    readonly entity: string;
  }[];
  readonly entities: readonly EntityDeclaration[];
  readonly fields: readonly FieldDeclaration[];
  readonly rules: readonly RuleDeclaration[];
  /** Numbers that rules measure by, as far as an installation may set them, in the order in which it is asked. */
  readonly limits?: Readonly<Record<string, LimitDeclaration>>;
  /** Values set by the program, in this order, from the values before them. */
  readonly derive: (subject: RuleSubject, context: RuleContext) => RuleSubject;
  /** Ages and durations that follow from dates, as intervals wherever a date is. */
  readonly spans: (subject: RuleSubject) => readonly Span[];
  /** Named facts that conditions use; undefined where the record does not say. `row`: the row the question is about. */
  readonly facts: Readonly<Record<string, Fact>>;
  /** Every code list that a field of this register uses, and those of its reference lists. */
  readonly codeLists: readonly CodeListDeclaration[];
  /** Reference lists (countries, municipalities, institutions ...) whose entries belong to the installation. */
  readonly referenceLists: readonly string[];
  /** What is said of the entries of those that the installation keeps, beside names and days of use. */
  readonly keptLists?: Readonly<Record<string, KeptListDeclaration>>;
  /** Columns a list of records shows until the user chooses others, per root entity. */
  readonly listColumns: Readonly<Record<string, readonly string[]>>;
  /** One per root entity. */
  readonly retention: readonly RetentionDeclaration[];
  /** How the quality of the data is counted, per root entity. */
  readonly quality: Readonly<Record<string, QualityDeclaration>>;
  /** What tables count beside the rows that are stored; an outer group before those that stand in its rows. */
  readonly counted?: readonly CountedGroup[];
  /** Root entities whose records go through stages; the others have no page of their course and no list by stage. */
  readonly courses?: Readonly<Record<string, CourseDeclaration>>;
}
