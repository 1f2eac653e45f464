import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';
import type { Input, Output } from '#shared/contract/contract.ts';
import { type PersonFields, personFieldsOf } from '#shared/dictionary/person-fields.ts';
import { rowsOf } from '#shared/records/content.ts';
import { identityOfRow } from '#shared/records/identity.ts';
import { type FieldValue, isKnown, type RecordContent, type Values } from '#shared/records/record.ts';
import { useProcedure } from '../../../api/query.ts';
import { useUntilReady } from '../../../api/use-until-ready.ts';
import { isIdentityDirty } from '../editor/editor-store.ts';
import { useEditor, useFormTools } from '../form/form-context.ts';

export type Likely = Output<'person.likely'>;
type Question = Omit<Input<'person.likely'>, 'recordId' | 'row'>;

/** A pause in typing: each question leaves an entry in the log. */
const settleMs = 600;
const shortestName = 2;

const textOf = (value: FieldValue | undefined): string => (isKnown(value) && typeof value === 'string' ? value : '');

/** The part of the vault that tells who somebody is, as it was typed; null while that is too little to ask about. */
export function questionOf(fields: PersonFields, identity: Values, values: Values): Question | null {
  const vault = [...fields.given, ...fields.family, fields.personalNumber, fields.birthDate];
  const typed = vault.flatMap((field) => {
    const value = field === null ? '' : textOf(identity[field.id]).trim();
    return field === null || value === '' ? [] : [[field.id, value] as const];
  });
  const known = Object.fromEntries(typed);
  const has = (names: PersonFields['given']): boolean =>
    names.some((field) => (known[field.id] ?? '').length >= shortestName);
  const hasBirth = fields.birthDate !== null && fields.birthDate.id in known;
  const hasNumber = fields.personalNumber !== null && fields.personalNumber.id in known;
  const isEnough =
    hasNumber || (has(fields.given) && has(fields.family)) || (hasBirth && (has(fields.given) || has(fields.family)));
  if (!isEnough) return null;
  const sex = fields.sex === null ? '' : textOf(values[fields.sex.id]);
  const countries = fields.citizenship === null ? null : values[fields.citizenship.id];
  return {
    identity: known,
    sex: sex === '' ? null : sex,
    citizenship: isKnown(countries) ? (typeof countries === 'object' ? [...countries] : [String(countries)]) : [],
  };
}

const noValues: Values = {};

/** Answers that stand beside the identity: of the record, or of the row that is the person. */
const bearerValues = (content: RecordContent, fields: PersonFields | null, row: string | undefined): Values =>
  row === undefined || fields === null
    ? content.values
    : (rowsOf(content, fields.bearer).find(({ id }) => id === row)?.values ?? noValues);

const nothing: Question = { identity: {}, sex: null, citizenship: [] };

/** Likely same persons of what is typed into the open vault, about one row where a row is given; null while nothing is asked. */
export function useLikelyPersons(row: string | undefined): Likely | null {
  const { model } = useFormTools();
  const fields = useMemo(() => personFieldsOf(model.index, model.entity), [model]);
  const recordId = useEditor((state) => state.meta.id);
  const identity = useEditor((state) => state.identity);
  const values = useEditor((state) => bearerValues(state.content, fields, row));
  // A person whose record has its number is known: she is looked for again only where her identity changes.
  const isWanted = useEditor(
    (state) => state.allowed.editIdentity && (state.meta.number === null || isIdentityDirty(state)),
  );
  const question = useMemo(
    () =>
      fields === null || identity === null || !isWanted
        ? null
        : questionOf(fields, identityOfRow(identity, row), values),
    [fields, identity, values, isWanted, row],
  );
  const [settled] = useDebouncedValue(question === null ? null : JSON.stringify(question), settleMs);
  const enabled = settled !== null && question !== null;
  const asked: Question = settled === null ? nothing : JSON.parse(settled);
  const answer = useProcedure(
    'person.likely',
    { recordId, ...(row !== undefined && { row }), ...asked },
    { enabled, keepPrevious: true, forget: true },
  );
  const likely = enabled ? (answer.data ?? null) : null;
  useUntilReady(likely?.index, answer.refetch);
  return likely;
}
