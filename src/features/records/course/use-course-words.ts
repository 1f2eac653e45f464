import { useTranslation } from 'react-i18next';
import type { CourseDeclaration } from '#shared/dictionary/course-vocabulary.ts';
import { outerRowOf, rowsBelow } from '#shared/records/content.ts';
import type { CourseEvent, CourseLine, Need, Stretch } from '#shared/records/course.ts';
import { type DayInterval, isoDay, statedInterval } from '#shared/records/partial-date.ts';
import type { GroupRow, RecordContent } from '#shared/records/record.ts';
import { useFormTools } from '../form/form-context.ts';
import { useSpanText } from '../texts/use-span-text.ts';
import { useWords, type Words } from '../texts/use-words.ts';
import { valueText } from '../texts/value-text.ts';

export interface CourseWords {
  readonly words: Words;
  /** A stage, and that it was entered once more where it was. */
  readonly stage: (stretch: Pick<Stretch, 'stage' | 'chain'>) => string;
  /** `Defendant 2`. */
  readonly row: (entity: string, row: GroupRow, content: RecordContent) => string;
  readonly status: (line: CourseLine) => string;
  readonly days: (interval: DayInterval | undefined) => string;
  readonly length: (stretch: Pick<Stretch, 'days'>) => string;
  readonly event: (event: Pick<CourseEvent, 'at'>) => string;
  /** What came of an event, or kind of a period. */
  readonly says: (event: Pick<CourseEvent, 'at' | 'says' | 'rows'>) => string;
  /** Where an answer is missing, and which: `Charge 2 · Verdict: Date of the verdict`. */
  readonly place: (need: Need, line: GroupRow, content: RecordContent) => string;
  readonly field: (need: Need) => string;
}

/** The course of a record in the language of the screen. */
export function useCourseWords({ stage: stageField, status, group }: CourseDeclaration): CourseWords {
  const { t } = useTranslation();
  const words = useWords();
  const spanText = useSpanText();
  const { model } = useFormTools();
  const { index, entity } = model;
  const stageList = index.field(entity, stageField).list ?? '';
  const numbered = (of: string, row: GroupRow, content: RecordContent): string => {
    const outer = outerRowOf(row);
    const beside = rowsBelow(content, of, outer === undefined ? undefined : { id: outer, values: {} });
    return `${words.entity(of, 1)} ${beside.findIndex(({ id }) => id === row.id) + 1}`;
  };
  return {
    words,
    stage({ stage, chain }) {
      const name = words.code(stageList, stage);
      return chain === 0 ? name : t('course:anew', { stage: name });
    },
    row: numbered,
    status: ({ row }) => valueText(index.field(group, status), row.values[status], words, t),
    days(interval) {
      if (interval === undefined) return t('course:dayUnknown');
      return interval.earliest === interval.latest
        ? words.formats.date(isoDay(interval.earliest))
        : words.formats.date(statedInterval(interval));
    },
    length: ({ days }) => (days === undefined ? '' : spanText({ at: { entity, field: '' }, unit: 'days', ...days })),
    event: ({ at }) => words.label({ entity: at.entity, id: at.field }),
    says({ at, says, rows }) {
      const told = says === undefined ? '' : valueText(index.field(at.entity, says.field), says.value, words, t);
      return rows === 1 ? told : [told, `× ${words.formats.number(rows)}`].filter((part) => part !== '').join(' ');
    },
    place({ entity: of, row, within }, line, content) {
      const outerId = row === undefined ? within : outerOf(content, of, row);
      const outer = index.outerGroupOf(of);
      const around = outer && (content.groups[outer.id] ?? []).find(({ id }) => id === outerId);
      const own = words.entity(of, 1);
      return around === undefined || around.id === line.id || outer === undefined
        ? own
        : `${numbered(outer.id, around, content)} · ${own}`;
    },
    field: (need) => words.label({ entity: need.entity, id: need.field }),
  };
}

function outerOf(content: RecordContent, entity: string, id: string): string | undefined {
  const row = (content.groups[entity] ?? []).find((each) => each.id === id);
  return row && outerRowOf(row);
}
