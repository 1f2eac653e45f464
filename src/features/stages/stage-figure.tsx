import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CourseFigure } from '#shared/contract/course.ts';
import type { ListOrder } from '#shared/contract/list-query.ts';
import type { CourseDeclaration } from '#shared/dictionary/course-vocabulary.ts';
import { useHasRole } from '../../api/session.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import classes from './stages.module.css';
import type { StageWords } from './use-stage-words.ts';

type StageFigureProps = {
  entity: string;
  course: CourseDeclaration;
  figure: CourseFigure;
  words: StageWords;
};

/** Records, and in brackets the rows under way in them; it opens these records, those there longest first. */
export function StageFigure({ entity, course, figure, words }: StageFigureProps) {
  const { t } = useTranslation('stages');
  const formats = useFormats();
  const mayOpen = useHasRole()('officer', 'supervisor');
  const { records, rows, filters } = figure;
  const number = formats.number(records, 0);
  const beside = <span className={classes.rows}>({formats.number(rows, 0)})</span>;
  if (records === 0) return <span className={classes.none}>–</span>;
  if (!mayOpen) {
    return (
      <>
        {number} {beside}
      </>
    );
  }
  const order: ListOrder = { by: 'field', field: course.since, descending: false };
  return (
    <>
      <Link
        aria-label={t('opens', { number, records: words.records, rows: formats.number(rows, 0), ofRows: words.rows })}
        className={classes.figure}
        params={{ entity }}
        search={{ filters, order }}
        to="/records/$entity"
      >
        {number}
      </Link>{' '}
      <span aria-hidden="true">{beside}</span>
    </>
  );
}
