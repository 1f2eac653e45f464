/** What derived tables are made from, as the statistics thread has it: tables, columns, and facts of the register file. */

import { namesInEach } from '#shared/dictionary/reference-lists/entry-names.ts';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import type { TableBody } from '#shared/statistics/assemble-table.ts';
import type { TableQuestion } from '#shared/statistics/compute-tables.ts';
import type { SourcesFor } from '#shared/statistics/derived/derive-tables.ts';
import type { DerivedSources } from '#shared/statistics/derived/derived-statistic.ts';
import { enteredRecords } from '#shared/statistics/derived/entered-records.ts';
import type { PopulationYear } from '#shared/statistics/population/population.ts';
import { measureQuality } from '#shared/statistics/quality/measure.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import { judgedAt } from '../quality/judged.ts';
import { qualityOf } from '../quality/quality-source.ts';
import type { LiveStores } from './counted-records.ts';
import { readPopulation } from './population.ts';

/** Facts that stand in the register file beside the records. */
export interface RegisterFactsSource {
  /** Everything that is read within sees one state of the register. */
  inOneState<T>(read: () => T): T;
  population(year: number): PopulationYear | null;
  activeAccounts(): number;
  /** Whether every record was judged by the rules in force. */
  isJudged(): boolean;
  /** Names of an office by language; null where the list no longer has it. */
  officeNames(code: string): Readonly<Record<string, string>> | null;
}

/** Reads them anew at every question. */
export function registerFactsSource(database: RegisterDatabase, kind: RegisterKind): RegisterFactsSource {
  return {
    inOneState: (read) => database.read(read),
    population: (year) => readPopulation(database).find((each) => each.year === year) ?? null,
    activeAccounts: () =>
      Number(database.prepare('SELECT count(*) AS "n" FROM "account" WHERE "active" = 1').get()?.n ?? 0),
    isJudged: () => judgedAt({ database, kind }) !== null,
    officeNames: (code) => {
      const row = database
        .prepare(`SELECT "names" FROM "reference_entry" WHERE "list" = 'INST' AND "code" = ?`)
        .get(code);
      return row ? (JSON.parse(String(row.names)) as Record<string, string>) : null;
    },
  };
}

interface DerivedParts {
  readonly stores: LiveStores;
  readonly kind: RegisterKind;
  readonly facts: RegisterFactsSource;
  readonly tablesOf: (question: TableQuestion) => { readonly tables: readonly TableBody[] };
}

/** `follow` brings the columns of every record type up to date and returns the oldest change that all of them reflect. */
export function createDerivedSources({ stores, kind, facts, tablesOf }: DerivedParts): {
  readonly sourcesFor: SourcesFor;
  readonly follow: () => number;
} {
  const index = indexOfKind(kind);
  const office = (code: string): ReturnType<DerivedSources['office']> => {
    const names = facts.officeNames(code) ?? {};
    return { text: 'tables:lines.named', params: namesInEach({ code, names }) };
  };
  return {
    follow: () => Math.min(...index.roots.map(({ id }) => stores(id).catchUp())),
    sourcesFor: ({ period, view, threshold, rounding, marks, beside }) => ({
      register: kind,
      office,
      // What a table of the same period hides more its repetition hides as well.
      tables: (id, text) =>
        tablesOf({
          id,
          period: text,
          view,
          threshold,
          rounding,
          marks,
          beside: text === period.text ? beside : [],
        }).tables,
      quality: (entity) => {
        const question = { period, own: null, by: 'office', line: null } as const;
        const { rules, lines, ...figures } = measureQuality(
          stores(entity).store,
          index,
          qualityOf(kind, entity),
          question,
        );
        // Counts over records of which some were never judged would look better than the data is.
        if (facts.isJudged()) return { ...figures, lines, rules };
        return { ...figures, lines: lines.map((line) => ({ ...line, open: null, confirmed: null })), rules: null };
      },
      entered: (entity) => enteredRecords(stores(entity).store, qualityOf(kind, entity)),
      population: facts.population,
      activeAccounts: facts.activeAccounts,
    }),
  };
}
