/** Schemas that several namespaces share. */
import { z } from 'zod';
import { type MissingMarker, missingMarkers, registerKinds } from '../dictionary/vocabulary.ts';
import { languages } from '../languages.ts';
import { mostRows } from '../records/content.ts';
import { roles } from './roles.ts';

export const language = z.enum(languages);
export const registerKind = z.enum(registerKinds);
export const role = z.enum(roles);
export const uuid = z.uuid();
/** A folder or file on this machine, chosen in a dialog or typed by an administrator. */
export const path = z.string().min(1).max(4096);
/** Name typed at sign-in; compared without regard to case. */
export const login = z
  .string()
  .trim()
  .min(1)
  .max(64)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u);
export const passphrase = z.string().min(1).max(1024);
export const reason = z.string().trim().min(3).max(2000);
/** ISO 3166-1 alpha-3, or XKX. */
export const country = z.string().regex(/^[A-Z]{3}$/);
export const timestamp = z.iso.datetime();

type AnyValue = string | null | number | string[] | { missing: MissingMarker };

const isCode = (code: unknown): boolean => typeof code === 'string' && code.length <= 200;

/** One look at each value: a record has two hundred, and a union would try its parts on every one of them in turn. */
function isFieldValue(value: unknown): boolean {
  if (typeof value === 'string') return value.length <= 20_000;
  if (typeof value === 'number') return Number.isFinite(value);
  if (value === null) return true;
  if (Array.isArray(value)) return value.length <= 500 && value.every(isCode);
  if (typeof value !== 'object' || !('missing' in value)) return false;
  return Object.keys(value).length === 1 && missingMarkers.some((marker) => marker === value.missing);
}

export const fieldValue = z.custom<AnyValue>(isFieldValue);

const isPlain = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** Values by the id of their field. */
export const values = z.custom<Record<string, AnyValue>>(isPlain).check(({ value, issues }) => {
  for (const key in value) {
    if (key.length <= 64 && key !== '__proto__' && isFieldValue(value[key])) continue;
    issues.push({ code: 'custom', path: [key], input: value[key] });
  }
});
export const groupRow = z.strictObject({ id: uuid, values });
export const recordContent = z.strictObject({
  values,
  groups: z.record(z.string().max(64), z.array(groupRow).max(mostRows)),
});

export const recordStates = ['draft', 'complete', 'verified', 'returned_for_correction'] as const;
export const recordState = z.enum(recordStates);
export type RecordState = (typeof recordStates)[number];

export const fieldRef = z.strictObject({ entity: z.string(), row: z.string().optional(), field: z.string() });
export const finding = z.strictObject({
  rule: z.string(),
  level: z.enum(['hard', 'soft']),
  part: z.string().optional(),
  fields: z.array(fieldRef),
  params: z.record(z.string(), fieldValue),
});

/** Limits of the rules by name, as the declarations of the register have them. */
export const limits = z.record(z.string().max(64), z.number().int());

/** Year (2025), half-year (2025-H1) or free period (2025-03-01..2025-09-30). */
export const period = z.string().regex(/^\d{4}(-H[12])?$|^\d{4}-\d{2}-\d{2}\.\.\d{4}-\d{2}-\d{2}$/);

export const job = z.strictObject({ jobId: uuid });
export const nothing = z.strictObject({});
