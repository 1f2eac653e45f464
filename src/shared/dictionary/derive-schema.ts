import { z } from 'zod';
import { dayInterval, dayNumber, isDate, isPartialDate } from '../records/partial-date.ts';
import { type FieldValue, isMissing, type Values } from '../records/record.ts';
import { isCountry } from './reference-lists/country.ts';
import type { RegisterIndex } from './register-index.ts';
import { type CodeDeclaration, type FieldDeclaration, missingMarkers } from './vocabulary.ts';

/** The same words in which an import reports its problems. */
export type ValueIssueCode =
  | 'UNKNOWN_COLUMN'
  | 'UNKNOWN_CODE'
  | 'DUPLICATE_KEY'
  | 'NOT_A_NUMBER'
  | 'NOT_A_DATE'
  | 'OUT_OF_RANGE'
  | 'TOO_LONG'
  | 'NO_RECORD'
  | 'LOOP'
  | 'MARKER_NOT_ALLOWED';

/** Parameters never hold what was typed into a text: it may be a name. */
export interface ValueIssue {
  readonly field: string;
  readonly code: ValueIssueCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface SchemaOptions {
  /** Whether an entry stands in a reference list of this installation; countries need not be asked. */
  readonly hasReference: (list: string, code: string) => boolean;
  /** What is wrong with naming the record of that number: there is none, or from it one comes back to the record itself. */
  readonly wrongRecord?: (field: FieldDeclaration, number: number) => 'NO_RECORD' | 'LOOP' | null;
  /** Whether `withheld` may stand here: the session is a supervisor's, or it stood here before. */
  readonly mayWithhold: (field: FieldDeclaration) => boolean;
}

/** Checks the values of one entity against their declarations; what depends on other values is left to the rules. */
export function checkValues(
  index: RegisterIndex,
  entity: string,
  values: Values,
  options: SchemaOptions,
): readonly ValueIssue[] {
  const issues: ValueIssue[] = [];
  for (const [id, value] of Object.entries(values)) {
    const field = index.findField(entity, id);
    const issue = field ? checkValue(index, field, value, options) : issueOf(id, 'UNKNOWN_COLUMN');
    if (issue) issues.push(issue);
  }
  return issues;
}

/** Checks one value against its declaration; null where it may stand. */
export function checkValue(
  index: RegisterIndex,
  field: FieldDeclaration,
  value: FieldValue,
  options: SchemaOptions,
): ValueIssue | null {
  if (value === null) return null;
  if (isMissing(value)) {
    const allowed = value.missing === 'withheld' ? options.mayWithhold(field) : mayBeMissing(field, value.missing);
    return allowed ? null : issueOf(field.id, 'MARKER_NOT_ALLOWED', { marker: value.missing });
  }
  if (field.type === 'int' || field.type === 'decimal') {
    const wrong = field.refersTo && typeof value === 'number' ? options.wrongRecord?.(field, value) : null;
    return checkNumber(field, value) ?? (wrong ? issueOf(field.id, wrong) : null);
  }
  if (field.type === 'text') return checkText(field, value);
  if (field.type === 'date' || field.type === 'partial_date') return checkDate(field, value);
  return checkCodes(index, field, value, options);
}

/** Values of one entity as a schema of the contract; every issue names its field and one of the codes above. */
export function schemaOf(index: RegisterIndex, entity: string, options: SchemaOptions): z.ZodType<Values> {
  const marker = z.strictObject({ missing: z.enum(missingMarkers) });
  const value = z.union([z.null(), z.number(), z.string(), z.array(z.string()).readonly(), marker]);
  return z.record(z.string(), value).superRefine((values, refinement) => {
    for (const issue of checkValues(index, entity, values, options)) {
      refinement.addIssue({ code: 'custom', path: [issue.field], message: issue.code, params: issue.params });
    }
  });
}

/** The program stores `not_applicable` itself wherever a condition says that the field does not apply. */
function mayBeMissing(field: FieldDeclaration, marker: FieldDeclaration['missing'][number]): boolean {
  return field.missing.includes(marker) || (marker === 'not_applicable' && field.applies !== undefined);
}

function checkNumber(field: FieldDeclaration, value: FieldValue): ValueIssue | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return issueOf(field.id, 'NOT_A_NUMBER');
  // Decimals are stored as whole hundredths.
  const isExact =
    field.type === 'int' ? Number.isSafeInteger(value) : Math.abs(value * 100 - Math.round(value * 100)) < 1e-6;
  if (!isExact) return issueOf(field.id, 'NOT_A_NUMBER');
  const low = typeof field.min === 'number' && value < field.min;
  const high = typeof field.max === 'number' ? value > field.max : !Number.isSafeInteger(Math.round(value * 100));
  return low || high ? issueOf(field.id, 'OUT_OF_RANGE', bounds(field)) : null;
}

function checkText(field: FieldDeclaration, value: FieldValue): ValueIssue | null {
  const limit = field.maxLength ?? 2000;
  return typeof value === 'string' && value.length <= limit ? null : issueOf(field.id, 'TOO_LONG', { limit });
}

function checkDate(field: FieldDeclaration, value: FieldValue): ValueIssue | null {
  if (typeof value !== 'string') return issueOf(field.id, 'NOT_A_DATE');
  if (!(field.type === 'date' ? isDate(value) : isPartialDate(value))) return issueOf(field.id, 'NOT_A_DATE');
  // Wrong only if every day of the value lies outside.
  const days = dayInterval(value);
  const low = typeof field.min === 'string' && (days?.latest ?? 0) < (dayNumber(field.min) ?? 0);
  const high = typeof field.max === 'string' && (days?.earliest ?? 0) > (dayNumber(field.max) ?? 0);
  return low || high ? issueOf(field.id, 'OUT_OF_RANGE', bounds(field)) : null;
}

function checkCodes(
  index: RegisterIndex,
  field: FieldDeclaration,
  value: FieldValue,
  options: SchemaOptions,
): ValueIssue | null {
  const isMultiple = field.type === 'codes';
  const codes: unknown = isMultiple ? value : [value];
  if (!Array.isArray(codes)) return issueOf(field.id, 'UNKNOWN_CODE');
  const seen = new Set<string>();
  for (const code of codes) {
    if (typeof code !== 'string' || !isInList(index, field, code, options)) {
      return issueOf(field.id, 'UNKNOWN_CODE', { list: field.list ?? '', code: String(code).slice(0, 64) });
    }
    if (seen.has(code)) return issueOf(field.id, 'DUPLICATE_KEY', { code });
    seen.add(code);
  }
  return null;
}

function isInList(index: RegisterIndex, field: FieldDeclaration, code: string, options: SchemaOptions): boolean {
  const list = field.list ?? '';
  if (list === 'COUNTRY') return isCountry(code);
  if (!index.codeList(list)) return options.hasReference(list, code);
  const declared = index.code(list, code);
  return declared !== undefined && (!declared.derivedOnly || isDerivable(field));
}

/** Codes that an officer may choose in a field, in the order of the list. */
export function offeredCodes(index: RegisterIndex, field: FieldDeclaration): readonly CodeDeclaration[] {
  const codes = index.codeList(field.list ?? '')?.codes ?? [];
  return codes.filter((code) => code.derivedOnly !== true && code.retiredIn === undefined);
}

const isDerivable = (field: FieldDeclaration) => field.derived === true || field.derivedWhenKnown === true;

function bounds(field: FieldDeclaration): Record<string, string | number> {
  return {
    ...(field.min === undefined ? {} : { min: field.min }),
    ...(field.max === undefined ? {} : { max: field.max }),
  };
}

const issueOf = (field: string, code: ValueIssueCode, params: ValueIssue['params'] = {}): ValueIssue => ({
  field,
  code,
  params,
});
