/** What the rules say of records, counted: records by rule, and records with anything at all. */
import type { QualityTable } from '../../contract/quality.ts';
import type { RuleLevel } from '../../dictionary/vocabulary.ts';
import type { ColumnStore } from '../store/column-store.ts';
import { type CountedFinding, readFindingCode } from './finding-code.ts';

type RuleFigures = NonNullable<QualityTable['rules']>[number];

/** The findings of a row; every code is read once. */
export function findingReader(store: ColumnStore): (row: number) => readonly CountedFinding[] {
  const { codebook, offsets, values } = store.entry.findings;
  const read = new Map<number, CountedFinding>();
  const of = (number: number): CountedFinding => {
    const known = read.get(number) ?? readFindingCode(codebook.codeOf(number) ?? '');
    read.set(number, known);
    return known;
  };
  return (row) => {
    const found: CountedFinding[] = [];
    for (let at = offsets.at(row); at < offsets.at(row + 1); at++) found.push(of(values.at(at)));
    return found;
  };
}

interface Seen {
  readonly parts: Set<string>;
  level: RuleLevel;
  open: number;
  confirmed: number;
}

/** Counts a record once by rule and state, however often the rule speaks of it. */
export class RuleTally {
  readonly #rules = new Map<string, Seen>();

  add(findings: readonly CountedFinding[]): void {
    const told = new Set<string>();
    for (const { rule, part, level, confirmed } of findings) {
      const seen = this.#rules.get(rule) ?? { parts: new Set(), level, open: 0, confirmed: 0 };
      this.#rules.set(rule, seen);
      if (part !== null) seen.parts.add(part);
      if (level === 'hard') seen.level = level;
      const state = confirmed ? 'confirmed' : 'open';
      if (told.has(`${rule} ${state}`)) continue;
      told.add(`${rule} ${state}`);
      seen[state] += 1;
    }
  }

  /** The rule that most records break first. */
  result(): RuleFigures[] {
    return [...this.#rules]
      .map(([rule, { parts, level, open, confirmed }]) => ({ rule, parts: [...parts].sort(), level, open, confirmed }))
      .sort((a, b) => b.open - a.open || b.confirmed - a.confirmed || (a.rule < b.rule ? -1 : 1));
  }
}
