/** Input keys that an audit entry may repeat: ids, kinds and counts. Everything else of the input stays out. */
const auditedKeys = new Set([
  'id',
  'recordId',
  'entity',
  'revision',
  'period',
  'view',
  'format',
  'language',
  'kind',
  'login',
  'roles',
  'commit',
  'clear',
  'archived',
  'withIdentity',
  'records',
  'seed',
  'purpose',
]);

type Audited = string | number | boolean | readonly string[];

const isAudited = (value: unknown): value is Audited =>
  ['string', 'number', 'boolean'].includes(typeof value) ||
  (Array.isArray(value) && value.every((item) => typeof item === 'string'));

/** The part of an input that its audit entry repeats. */
export function auditedInput(input: unknown): Readonly<Record<string, Audited>> {
  if (typeof input !== 'object' || input === null) return {};
  const kept: Record<string, Audited> = {};
  for (const [key, value] of Object.entries(input)) {
    if (auditedKeys.has(key) && isAudited(value)) kept[key] = value;
  }
  return kept;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * What an entry of this outcome repeats. A login that was refused may be a passphrase in the wrong box, and of input
 * that did not fit only ids and numbers are known to be what they should be.
 */
export function auditedAt(outcome: string, detail: Readonly<Record<string, Audited>>): typeof detail {
  if (outcome === 'ok') return detail;
  const isSafe = ([key, value]: [string, Audited]): boolean =>
    outcome === 'INVALID_INPUT'
      ? typeof value !== 'object' && (typeof value !== 'string' || uuid.test(value))
      : key !== 'login';
  return Object.fromEntries(Object.entries(detail).filter(isSafe));
}
