import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { AnswerState } from '#shared/contract/answer-states.ts';
import type { StoredFilter } from '#shared/contract/list-query.ts';
import { codeTextKey, markerTextKey } from '#shared/dictionary/text-keys.ts';
import { missingMarkers } from '#shared/dictionary/vocabulary.ts';
import { useProcedure } from '../../../api/query.ts';
import { useWords, type Words } from '../texts/use-words.ts';
import type { FilterTarget } from './filter-targets.ts';

/** So many answers stand in a pill; of the others only the number. */
const namedInPill = 3;

const isMarker = (code: string): boolean => (missingMarkers as readonly string[]).includes(code);

/** Filters in words, in the language of the screen. */
export function useFilterWords() {
  const { t } = useTranslation();
  const words = useWords();
  const authors = useProcedure('record.authors', {}).data?.authors ?? [];
  const label = (target: FilterTarget): string =>
    'meta' in target ? t(`lists:filter.${target.meta}`) : words.label(target.filter.field);
  const answer = (state: AnswerState): string => {
    if (state === 'answered') return t('lists:filter.answered');
    return state === 'not_entered' ? t('records:list.notEntered') : t(markerTextKey(state));
  };
  const code = (list: string, value: string): string =>
    isMarker(value) || value === 'not_entered' ? answer(value as AnswerState) : words.code(list, value);
  const author = (id: string): string => authors.find((each) => each.id === id)?.displayName ?? '';

  const value = (target: FilterTarget, filter: StoredFilter): string => {
    switch (filter.kind) {
      case 'codes':
        return named(
          'filter' in target ? filter.anyOf.map((each) => code(target.filter.field.list ?? '', each)) : [],
          t,
        );
      case 'answer':
        return named(filter.anyOf.map(answer), t);
      case 'state':
        return named(
          filter.anyOf.map((state) => t(codeTextKey('RECSTAT', state))),
          t,
        );
      case 'enteredBy':
        return named(filter.anyOf.map(author), t);
      case 'archived':
        return t(filter.is ? 'lists:filter.isArchived' : 'lists:filter.isNotArchived');
      case 'identity':
        return t(filter.is ? 'lists:filter.hasIdentity' : 'lists:filter.hasNoIdentity');
      case 'number':
        return between(
          filter.from === null ? null : String(filter.from),
          filter.to === null ? null : String(filter.to),
          t,
        );
      case 'period':
      case 'saved':
      case 'completed':
        return between(dayText(filter.from, words), dayText(filter.to, words), t);
    }
  };
  return { words, t, authors, label, answer, value };
}

export type FilterWords = ReturnType<typeof useFilterWords>;

const dayText = (day: string | null, words: Words): string | null => (day === null ? null : words.formats.date(day));

function between(from: string | null, to: string | null, t: TFunction): string {
  if (from === null) return to === null ? t('lists:filter.answered') : t('records:list.until', { to });
  return to === null ? t('records:list.since', { from }) : `${from}–${to}`;
}

function named(labels: readonly string[], t: TFunction): string {
  const first = labels.slice(0, namedInPill).join(', ');
  const more = labels.length - namedInPill;
  return more <= 0 ? first : t('lists:filter.andMore', { labels: first, count: more });
}
