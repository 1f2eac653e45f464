/** Persons who are likely the one whose identity is being typed. */
import type { Output, ParsedInput } from '#shared/contract/contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import { type PersonFields, personFieldsOf } from '#shared/dictionary/person-fields.ts';
import type { LikelyPerson, TypedPerson } from '#shared/names/likely-persons.ts';
import { plainNumber } from '#shared/names/name-entry.ts';
import { readField } from '#shared/records/content.ts';
import type { Values } from '#shared/records/record.ts';
import type { StoredRecord } from '../../database/repositories/record-reader.ts';
import { personsBySeq, personsOfRecord } from '../../database/repositories/record-search.ts';
import { birthOf, nameOf } from '../names/name-reader.ts';
import type { Names } from '../names/names.ts';
import { findReadable } from '../records/find-readable.ts';
import { allowedOn } from '../records/permissions.ts';
import { indexOfSession, type RecordSession } from '../records/record-session.ts';
import type { RootStore } from '../records/record-store.ts';
import { indexState } from './search.ts';
import { shownName } from './shown-name.ts';

type Likely = Output<'person.likely'>;

export interface LikelyPersons {
  find(session: RecordSession, input: ParsedInput<'person.likely'>): Promise<Likely>;
}

/** Persons shown. */
const most = 10;
/** Registrations looked at: several may be one person's. */
const mostRegistrations = 60;

export function createLikelyPersons(names: Names): LikelyPersons {
  return {
    async find(session, { recordId, row, identity, sex, citizenship }) {
      const found = findReadable(session, recordId);
      const { store, record } = found;
      const fields = personFieldsOf(indexOfSession(session), store.entity);
      if (session.register.keys.vault === null) throw new AppError('VAULT_KEY_NEEDED');
      if (fields === null || allowedOn(session, store, record).identity !== 'open') {
        throw new AppError('IDENTITY_NOT_ALLOWED');
      }
      const answer = await names.ask(session.register, {
        kind: 'likely',
        entity: store.entity,
        typed: typedPerson(fields, identity, sex, citizenship),
        most: mostRegistrations,
        except: personsOfRecord(session.register.database, store.root, record.meta.id),
      });
      const likely = answer !== null && 'likely' in answer ? answer.likely : [];
      const ownCode = personCodeOf(fields, record, row ?? null);
      return { index: indexState(answer), persons: personsOf(session, store, likely, ownCode) };
    },
  };
}

const typedPerson = (
  fields: PersonFields,
  identity: Values,
  sex: string | null,
  citizenships: readonly string[],
): TypedPerson => ({
  given: nameOf(identity, fields.given),
  family: nameOf(identity, fields.family),
  number: plainNumber(fields.personalNumber === null ? '' : nameOf(identity, [fields.personalNumber])),
  birth: birthOf(identity, fields, null),
  sex,
  citizenships,
});

/** The code under which a person is known: that of the record, or of her row. */
function personCodeOf({ bearer, code }: PersonFields, record: StoredRecord | null, row: string | null): string | null {
  if (row === null || code === null || record === null) return record?.meta.code ?? null;
  const value = readField(record.content, { entity: bearer, row, field: code.id });
  return typeof value === 'string' ? value : null;
}

/** Registrations under one code are one person, and those under the record's own code are known to be hers. */
function personsOf(
  session: RecordSession,
  store: RootStore,
  likely: readonly LikelyPerson[],
  ownCode: string | null,
): Likely['persons'] {
  const { database } = session.register;
  const stored = personsBySeq(
    database,
    store.root,
    likely.map(({ seq }) => seq),
  );
  const bySeq = new Map(stored.map((person) => [person.seq, person]));
  const codes = new Set<string>(ownCode === null ? [] : [ownCode]);
  const persons: Likely['persons'] = [];
  for (const { seq, score, reasons, birthYear } of likely) {
    const person = bySeq.get(seq);
    if (!person) continue;
    const { meta, row, code } = person;
    if (code !== null && codes.has(code)) continue;
    if (code !== null) codes.add(code);
    persons.push({
      recordId: meta.id,
      person: row ?? meta.id,
      code,
      number: meta.number,
      birthYear,
      name: shownName(session, store, meta, row),
      score,
      reasons: [...reasons],
    });
    if (persons.length === most) break;
  }
  return persons;
}
