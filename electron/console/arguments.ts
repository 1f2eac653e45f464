/** Command lines of the console, read strictly: an unknown word is wrong usage, never ignored. */
import { parseArgs } from 'node:util';
import { roles } from '#shared/contract/roles.ts';
import { summaryFormats } from '#shared/contract/summary.ts';
import { registerKinds } from '#shared/dictionary/vocabulary.ts';
import { languages } from '#shared/languages.ts';

/** Wrong usage: exit status 2 and the usage text. */
export class UsageError extends Error {}

const options = {
  register: { type: 'string' },
  user: { type: 'string' },
  kind: { type: 'string' },
  institution: { type: 'string' },
  country: { type: 'string' },
  language: { type: 'string' },
  recovery: { type: 'string' },
  roles: { type: 'string' },
  by: { type: 'string' },
  new: { type: 'string' },
  entity: { type: 'string', multiple: true },
  out: { type: 'string' },
  labels: { type: 'string' },
  clear: { type: 'boolean' },
  reason: { type: 'string' },
  records: { type: 'string' },
  seed: { type: 'string' },
  period: { type: 'string' },
  view: { type: 'string' },
  format: { type: 'string' },
  to: { type: 'string' },
  seal: { type: 'string' },
  without: { type: 'string' },
  'dry-run': { type: 'boolean' },
} as const;

export type OptionName = keyof typeof options;

export interface CommandLine {
  readonly command: string;
  /** Words that are no options, the command's own words left out. */
  readonly words: readonly string[];
  /** For imports: each file with the entity named before it. */
  readonly entityFiles: readonly { readonly entity: string; readonly file: string }[];
  has(name: OptionName): boolean;
  text(name: OptionName): string;
  optional(name: OptionName): string | null;
  whole(name: OptionName): number;
  oneOf<const T extends string>(name: OptionName, allowed: readonly T[], otherwise?: T): T;
  manyOf<const T extends string>(name: OptionName, allowed: readonly T[], otherwise: readonly T[]): T[];
}

/** Reads one command line; every accessor throws a UsageError that names the option. */
export function readCommandLine(argv: readonly string[]): CommandLine {
  const { values, positionals, tokens } = parse(argv);
  const [first, second] = positionals;
  if (!first) throw new UsageError('command missing');
  const isTwoWords = first === 'account';
  const command = isTwoWords ? `${first} ${second ?? ''}` : first;
  const text = (name: OptionName): string => {
    const value = values[name];
    const found = Array.isArray(value) ? value.at(-1) : value;
    if (typeof found !== 'string' || found === '') throw new UsageError(`--${name} missing`);
    return found;
  };
  const has = (name: OptionName): boolean => values[name] !== undefined;
  return {
    command,
    words: positionals.slice(isTwoWords ? 2 : 1),
    entityFiles: entityFiles(tokens, positionals.slice(1)),
    has,
    text,
    optional: (name) => (has(name) ? text(name) : null),
    whole(name) {
      const value = Number(text(name));
      if (!Number.isSafeInteger(value)) throw new UsageError(`--${name} takes a whole number`);
      return value;
    },
    oneOf(name, allowed, otherwise) {
      if (!has(name) && otherwise !== undefined) return otherwise;
      const value = allowed.find((one) => one === text(name));
      if (value === undefined) throw new UsageError(`--${name} takes one of ${allowed.join(', ')}`);
      return value;
    },
    manyOf(name, allowed, otherwise) {
      if (!has(name)) return [...otherwise];
      return text(name)
        .split(',')
        .map((word) => {
          const value = allowed.find((one) => one === word.trim());
          if (value === undefined) throw new UsageError(`--${name} takes ${allowed.join(', ')}, separated by commas`);
          return value;
        });
    },
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true, tokens: true });
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : 'unreadable command line', { cause });
  }
}

type Token = NonNullable<ReturnType<typeof parse>['tokens']>[number];

function entityFiles(tokens: readonly Token[], files: readonly string[]): { entity: string; file: string }[] {
  const pairs: { entity: string; file: string }[] = [];
  let entity: string | undefined;
  for (const token of tokens) {
    if (token.kind === 'option' && token.name === 'entity') entity = token.value;
    if (token.kind === 'positional' && files.includes(token.value) && entity) pairs.push({ entity, file: token.value });
  }
  return pairs;
}

export { languages, registerKinds, roles, summaryFormats };
