/** Which kinds of register a set of built scripts knows: told by the fields that they declare. */
import { readFileSync } from 'node:fs';
import { registerOf } from '#shared/dictionary/registers.ts';
import { type RegisterKind, registerKinds } from '#shared/dictionary/vocabulary.ts';

const fieldsOf = (kind: RegisterKind): ReadonlySet<string> => new Set(registerOf(kind).fields.map(({ id }) => id));

/** Ids that fields of this kind have and fields of no other. */
const ownFields = (kind: RegisterKind): readonly string[] => {
  const others = registerKinds.filter((other) => other !== kind).map(fieldsOf);
  return [...fieldsOf(kind)].filter((id) => others.every((fields) => !fields.has(id)));
};

/** Kinds most of whose fields are declared in one of the files, and kinds of which a text of rules or fields is in one. */
export function kindsIn(files: readonly string[]): {
  readonly declared: RegisterKind[];
  readonly spoken: RegisterKind[];
} {
  const text = files.map((file) => readFileSync(file, 'utf8')).join('\n');
  const isDeclared = (id: string): boolean => new RegExp(`\\bid: ?["'\`]${id}["'\`]`).test(text);
  const declared = registerKinds.filter((kind) => {
    const own = ownFields(kind);
    return own.filter(isDeclared).length > own.length / 2;
  });
  const spoken = registerKinds.filter((kind) =>
    files.some((file) => new RegExp(`[/\\\\](dictionary|rules)-${kind}-[^/\\\\]*$`).test(file)),
  );
  return { declared, spoken };
}

/** Kinds of which a single field is declared anywhere in these files: nothing of the other may be there. */
export function strayFields(files: readonly string[], kind: RegisterKind): string[] {
  const text = files.map((file) => readFileSync(file, 'utf8')).join('\n');
  return ownFields(kind).filter((id) => new RegExp(`\\bid: ?["'\`]${id}["'\`]`).test(text));
}
