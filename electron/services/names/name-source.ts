/** Answers questions about names from indexes in memory; they are built in the background and follow the register. */
import { personFieldsOf } from '#shared/dictionary/person-fields.ts';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import { birthYearOf, type LikelyPerson, likelyPersons, type TypedPerson } from '#shared/names/likely-persons.ts';
import { namesSomebody } from '#shared/names/names-in-text.ts';
import { type NameFit, searchTyped } from '#shared/names/typed-search.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import { tablesOf } from '../../database/registers.ts';
import type { NameSegment } from '../../database/repositories/name-segments.ts';
import { EntityNames } from './entity-names.ts';
import { createNameReader } from './name-reader.ts';

export type NameQuestion =
  /** Only brings the indexes up to date. */
  | { readonly kind: 'follow' }
  | {
      readonly kind: 'search';
      readonly text: string;
      readonly limit: number;
      /** See TypedSearch. */
      readonly owner: string | null;
    }
  | { readonly kind: 'texts'; readonly texts: readonly string[] }
  | {
      readonly kind: 'likely';
      readonly entity: string;
      readonly typed: TypedPerson;
      readonly most: number;
      /** `seq` of the persons of the record that is being typed. */
      readonly except: ReadonlySet<number>;
    };

export interface FoundName {
  readonly entity: string;
  readonly seq: number;
  readonly fit: NameFit;
  readonly birthYear: number | null;
}

export type NameAnswer =
  | { readonly state: 'building'; readonly done: number; readonly total: number }
  | { readonly state: 'ready'; readonly found: readonly FoundName[]; readonly hasMore: boolean }
  /** Whether each text names somebody. */
  | { readonly state: 'ready'; readonly named: readonly boolean[] }
  | { readonly state: 'ready'; readonly likely: readonly LikelyPerson[] };

export interface NameSource {
  answer(question: NameQuestion): NameAnswer;
}

export interface NameSourceParts {
  readonly database: RegisterDatabase;
  readonly kind: RegisterKind;
  readonly registerId: string;
  readonly vaultKey: Buffer;
  readonly handOver: (segment: NameSegment) => Promise<void>;
  readonly breath: () => Promise<void>;
}

/** Begins to build the indexes of a register; questions meanwhile are told how far it is. */
export function createNameSource({ kind, ...parts }: NameSourceParts): NameSource {
  const indexes = tablesOf(kind).roots.flatMap((root) => {
    const fields = personFieldsOf(indexOfKind(kind), root.entity.id);
    if (fields === null) return [];
    return [new EntityNames({ ...parts, root, reader: createNameReader({ ...parts, root, fields }) })];
  });
  let isAtWork = false;
  let failure: { readonly cause: unknown } | null = null;

  /** Builds what is not built, seals what has changed. */
  const work = async (): Promise<void> => {
    if (isAtWork) return;
    isAtWork = true;
    try {
      for (const names of indexes) {
        while (names.index === null) await names.build();
        if (names.isToBeSealed) await names.sealAnew();
      }
    } catch (cause) {
      failure = { cause };
    } finally {
      isAtWork = false;
    }
  };

  const follow = (): void => {
    if (failure) {
      // Told once; the next question begins anew.
      const { cause } = failure;
      failure = null;
      throw cause;
    }
    for (const names of indexes) names.follow();
    if (indexes.some((names) => names.index === null || names.isToBeSealed)) void work();
  };

  const building = (): NameAnswer => ({
    state: 'building',
    done: indexes.reduce((sum, { progress }) => sum + progress.done, 0),
    total: indexes.reduce((sum, { progress }) => sum + progress.total, 0),
  });

  const search = ({ text, limit, owner }: Extract<NameQuestion, { kind: 'search' }>): NameAnswer => {
    const found: FoundName[] = [];
    let hasMore = false;
    for (const { entity, index } of indexes) {
      const hits = searchTyped(index?.levels ?? [], { text, limit, owner });
      hasMore ||= hits.hasMore;
      for (const { seq, fit, level, person } of hits.hits) {
        found.push({ entity, seq, fit, birthYear: birthYearOf(level.persons.birth(person)) });
      }
    }
    return { state: 'ready', found: found.slice(0, limit), hasMore: hasMore || found.length > limit };
  };

  void work();
  return {
    answer(question) {
      follow();
      if (indexes.some(({ index }) => index === null)) return building();
      switch (question.kind) {
        case 'follow':
          return { state: 'ready', found: [], hasMore: false };
        case 'search':
          return search(question);
        case 'texts': {
          const levels = indexes.flatMap(({ index }) => index?.levels ?? []);
          return { state: 'ready', named: question.texts.map((text) => namesSomebody(levels, text)) };
        }
        case 'likely': {
          const { entity, typed, most, except } = question;
          const levels = indexes.find((names) => names.entity === entity)?.index?.levels ?? [];
          return { state: 'ready', likely: likelyPersons(levels, typed, { most, except }) };
        }
      }
    },
  };
}
