import { useTranslation } from 'react-i18next';
import { type AnswerState, answerStates } from '#shared/contract/answer-states.ts';
import type { Label } from '#shared/contract/statistics.ts';
import type { DesignDimension, DesignField, DesignFilter, DesignOffer } from '#shared/contract/table-design.ts';
import { nearestFirst } from '#shared/dictionary/reference-lists/country.ts';
import { entryName } from '#shared/dictionary/reference-lists/entry-names.ts';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import { markerTextKey } from '#shared/dictionary/text-keys.ts';
import { useProcedure } from '../../../api/query.ts';
import { useSession } from '../../../api/session.ts';
import { useFormats } from '../../../i18n/use-formats.ts';
import { useLabelText } from '../../../i18n/use-label-text.ts';
import { isField, type OfferedField, type OfferedUnit } from './offer.ts';

export interface Choice {
  readonly code: string;
  readonly label: string;
}

/** Answers that a filter may ask for beside codes. */
export const statesOf = ({ missing }: OfferedField): readonly AnswerState[] =>
  answerStates.filter(
    (state) => state === 'answered' || state === 'not_entered' || missing.some((marker) => marker === state),
  );

/** Fields, units, answers and filters of a design in the language of the screen. */
export function useDesignWords(offer: DesignOffer) {
  const { t } = useTranslation(['builder', 'design', 'codes', 'statistics', 'records', 'lists']);
  const { register } = useSession();
  const formats = useFormats();
  const say = useLabelText();
  const lists = useProcedure('reference.list', {}).data?.lists ?? {};

  const entity = (id: string): string => {
    const found = offer.entities.find((each) => each.id === id);
    return found === undefined ? id : say(found.label);
  };
  const find = (asked: DesignField): OfferedField | undefined =>
    offer.entities.flatMap(({ id, fields }) => fields.map((each) => ({ ...each, entity: id }))).find(isField(asked));
  const field = (asked: DesignField): string => {
    const found = find(asked);
    return found === undefined ? asked.field : say(found.label);
  };
  const answer = (state: AnswerState): string =>
    state === 'answered' || state === 'not_entered' ? t(`design:answers.${state}`) : t(markerTextKey(state));

  /** Codes of a field in the order of its list; those of the installation by their names. */
  const choices = ({ list, codes }: OfferedField): readonly Choice[] => {
    if (list === null) return codes.map(({ code, label }) => ({ code, label: say(label) }));
    const declared = indexOfKind(register.kind).codeList(list);
    if (declared !== undefined) return declared.codes.map(({ code }) => ({ code, label: say({ list, code }) }));
    if (list === 'COUNTRY') {
      return nearestFirst(formats.countryCodes(), register.country).map((code) => ({
        code,
        label: formats.country(code),
      }));
    }
    return (lists[list] ?? [])
      .map((entry) => ({ code: entry.code, label: entryName(entry, formats.language) }))
      .toSorted((a, b) => formats.compare(a.label, b.label));
  };
  const range = (from: string | null, to: string | null): string => {
    if (from !== null && to !== null) return t('design:range.between', { from, to });
    if (from !== null) return t('design:range.from', { from });
    return to === null ? t('design:answers.answered') : t('design:range.to', { to });
  };
  const answersOf = (filter: DesignFilter): string => {
    if (filter.kind === 'number') return range(...both(filter, (bound) => formats.number(bound)));
    if (filter.kind === 'period') return range(...both(filter, (day) => formats.date(day)));
    const found = find(filter);
    const known = found === undefined ? [] : choices(found);
    return filter.anyOf
      .map((code) => known.find((each) => each.code === code)?.label ?? answer(code as AnswerState))
      .join(', ');
  };
  return {
    t,
    say: (label: Label): string => say(label),
    entity,
    find,
    field,
    answer,
    choices,
    /** Heading that a field stands under in a list of fields. */
    section: (each: OfferedField, unit: OfferedUnit): string => {
      const section = each.section === null ? null : say(each.section);
      if (each.entity === unit.entity && section !== null) return section;
      return section === null || section === entity(each.entity)
        ? entity(each.entity)
        : `${entity(each.entity)} · ${section}`;
    },
    unit: ({ by, label }: OfferedUnit): string =>
      by === 'person' ? t('builder:unit.person', { unit: say(label) }) : say(label),
    /** A field and, where it is not simply by its answers, how it breaks down. */
    dimension: (each: DesignDimension): string =>
      each.by === 'value' || each.by === 'class'
        ? field(each)
        : t('builder:dimension', { field: field(each), by: t(`builder:by.${each.by}`) }),
    filter: (filter: DesignFilter): string => t('builder:filter', { field: field(filter), answers: answersOf(filter) }),
  };
}

export type DesignWords = ReturnType<typeof useDesignWords>;

const both = <T>(
  { from, to }: { readonly from: T | null; readonly to: T | null },
  write: (bound: T) => string,
): [string | null, string | null] => [from === null ? null : write(from), to === null ? null : write(to)];
