import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuid } from 'uuid';
import { withinKey } from '#shared/records/content.ts';
import type { CourseLine, Need } from '#shared/records/course.ts';
import type { FieldRef, RecordContent } from '#shared/records/record.ts';
import { CatchUpContext, useEditor, useFormTools } from '../form/form-context.ts';
import classes from './time-lines.module.css';
import type { CourseWords } from './use-course-words.ts';

type NextStageProps = {
  line: CourseLine;
  content: RecordContent;
  words: CourseWords;
  onJump: (field: FieldRef) => void;
};

/** Answers of one row stand together. */
function byRow(needs: readonly Need[]): readonly (readonly [Need, ...Need[]])[] {
  const rows = new Map<string, [Need, ...Need[]]>();
  for (const need of needs) {
    const key = `${need.entity} ${need.row ?? ''} ${need.within ?? ''}`;
    const known = rows.get(key);
    if (known) known.push(need);
    else rows.set(key, [need]);
  }
  return [...rows.values()];
}

/** What is missing before the stage that usually follows; a press leads there, and adds the row where there is none. */
export function NextStage({ line, content, words, onJump }: NextStageProps) {
  const { t } = useTranslation('course');
  const { store } = useFormTools();
  const catchUp = useContext(CatchUpContext);
  const canEdit = useEditor((state) => state.allowed.edit);
  const { next } = line;
  if (next === undefined) return null;
  const stage = words.stage({ stage: next.stage, chain: 0 });
  if (next.needs.length === 0) return <p>{t('nothingMissing', { stage })}</p>;

  const go = ({ entity, field, row, within }: Need) => {
    if (row !== undefined || within === undefined) {
      onJump({ entity, field, ...(row !== undefined && { row }) });
      return;
    }
    const added = uuid();
    store.addRow(entity, { id: added, values: { [withinKey]: within } });
    // No field of the new row is offered for a moment that does not apply to it.
    catchUp();
    onJump({ entity, field, row: added });
  };
  const mayGo = ({ row, within }: Need) => canEdit || row !== undefined || within === undefined;
  return (
    <div className={classes.next}>
      <span>{t('missing', { stage })}</span>
      <ul>
        {byRow(next.needs).map((needs) => {
          const [first] = needs;
          const text = t('need', {
            place: words.place(first, line.row, content),
            fields: needs.map(words.field).join(', '),
          });
          return (
            <li key={`${first.entity} ${first.row ?? ''} ${first.within ?? ''}`}>
              {mayGo(first) ? (
                <button className={classes.need} onClick={() => go(first)} type="button">
                  {text}
                </button>
              ) : (
                text
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
