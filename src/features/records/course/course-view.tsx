import { type Ref, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CourseDeclaration } from '#shared/dictionary/course-vocabulary.ts';
import type { FieldRef } from '#shared/records/record.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { useEvaluation, useFormTools } from '../form/form-context.ts';
import classes from './course.module.css';
import { outcomeBlocks } from './outcome-lines.ts';
import { OutcomeTable } from './outcome-table.tsx';
import { StageTables } from './stage-tables.tsx';
import { TimeLines } from './time-lines.tsx';
import { useCourseLines } from './use-course.ts';
import { useCourseWords } from './use-course-words.ts';

type CourseViewProps = {
  course: CourseDeclaration;
  /** Leads to a field of the form. */
  onJump: (field: FieldRef) => void;
  ref?: Ref<HTMLDivElement>;
};

/** The open record seen whole: its lines of time, the table of outcomes, and both in words. */
export function CourseView({ course, onJump, ref }: CourseViewProps) {
  const { t } = useTranslation('course');
  const { model } = useFormTools();
  const { subject } = useEvaluation();
  const lines = useCourseLines(course);
  const words = useCourseWords(course);
  const blocks = useMemo(() => outcomeBlocks(model.index, course, subject), [model, course, subject]);
  const name = words.words.entity(course.group, 1);
  const of = course.outcomes[0]?.entity ?? '';
  return (
    // biome-ignore lint/a11y/useSemanticElements: a section without a heading of its own; it takes the keyboard when the page is opened.
    <div aria-label={t('title')} className={classes.view} ref={ref} role="region" tabIndex={-1}>
      {lines.length === 0 ? (
        <EmptyState title={t('empty')}>
          <p>{t('emptyNote', { entity: name })}</p>
        </EmptyState>
      ) : (
        <>
          <h2 className={classes.heading}>{t('title')}</h2>
          <TimeLines content={subject} course={course} lines={lines} onJump={onJump} words={words} />
          <h2 className={classes.heading}>{t('outcomes', { entity: words.words.entity(of, 2) })}</h2>
          <OutcomeTable blocks={blocks} course={course} onJump={onJump} words={words} />
          <h2 className={classes.heading}>{t('inWords')}</h2>
          <StageTables content={subject} course={course} lines={lines} words={words} />
        </>
      )}
    </div>
  );
}
