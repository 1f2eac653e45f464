/** What a list that the installation keeps may say of its entries, beside their names and the days of their use. */
import type { RegisterDeclaration } from '../vocabulary.ts';

/** Facts by the names under which they are stored, sent and kept in the history of an entry. */
export interface EntryFacts {
  /** ISO 3166-1 alpha-3 or XKX. */
  readonly country: string | null;
  /** Least and most imprisonment that the law allows, in months. */
  readonly leastMonths: number | null;
  readonly mostMonths: number | null;
  /** True where the law allows life imprisonment: there is no most then. */
  readonly life: boolean | null;
}

export type FactName = keyof EntryFacts;

/** The parts of which each fact that a list can declare is made. */
const partsOf = {
  country: ['country'],
  penaltyRange: ['leastMonths', 'mostMonths', 'life'],
} as const satisfies Record<string, readonly FactName[]>;

export type EntryFact = keyof typeof partsOf;

/** What is said of the entries of one list. */
export interface KeptListDeclaration {
  /** Code list that says of what kind an entry is. */
  readonly kinds?: string;
  readonly facts?: readonly EntryFact[];
  /** What follows from the kind of an entry: codes of another list, of which each record then has one. */
  readonly follows?: { readonly list: string; readonly of: (kind: string) => readonly string[] };
}

type Declared = Pick<RegisterDeclaration, 'keptLists'>;

/** What this register says of the entries of a list; nothing beside names and days of use where none is declared. */
export const keptListOf = ({ keptLists }: Declared, list: string): KeptListDeclaration => keptLists?.[list] ?? {};

/** Code list that says of what kind an entry is; null where a list knows no kinds. */
export const kindListOf = (register: Declared, list: string): string | null => keptListOf(register, list).kinds ?? null;

export const factsOfList = (register: Declared, list: string): readonly EntryFact[] =>
  keptListOf(register, list).facts ?? [];

/** An entry of which nothing is said. */
export const noFacts: EntryFacts = { country: null, leastMonths: null, mostMonths: null, life: null };
export const factNames = Object.keys(noFacts) as readonly FactName[];

/** The facts alone, of something that holds more. */
export const pickFacts = ({ country, leastMonths, mostMonths, life }: EntryFacts): EntryFacts => ({
  country,
  leastMonths,
  mostMonths,
  life,
});

/** The facts that the list knows; the others are not kept. */
export function keptFacts(register: Declared, list: string, facts: EntryFacts): EntryFacts {
  const known = factsOfList(register, list).flatMap((fact): readonly FactName[] => partsOf[fact]);
  const kept = Object.fromEntries(factNames.map((name) => [name, known.includes(name) ? facts[name] : null]));
  // What is not allowed is not said.
  return { ...noFacts, ...kept, life: kept['life'] === true ? true : null };
}

/** Longest imprisonment in months that an entry can state: that of the fields set from it. */
export const longestTerm = 600;

/** The fact to mend where two of them contradict each other. */
export function contradictedFact({ leastMonths, mostMonths, life }: EntryFacts): FactName | null {
  if (mostMonths === null) return null;
  return life === true || (leastMonths !== null && leastMonths > mostMonths) ? 'mostMonths' : null;
}
