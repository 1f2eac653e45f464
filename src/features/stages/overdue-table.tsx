import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/contract.ts';
import type { CourseDeclaration } from '#shared/dictionary/course-vocabulary.ts';
import { StageFigure } from './stage-figure.tsx';
import classes from './stages.module.css';
import type { StageWords } from './use-stage-words.ts';

type OverdueTableProps = { course: CourseDeclaration; overview: Output<'course.count'>; words: StageWords };

/** What has been at its stage for too long comes first; stages without such records are left out. */
export function OverdueTable({ course, overview, words }: OverdueTableProps) {
  const { t } = useTranslation('stages');
  const { entity, stages } = overview;
  const overdue = stages.flatMap(({ stage, months, overdue: figure }) =>
    figure !== null && figure.records > 0 ? [{ stage, months: months ?? 0, figure }] : [],
  );
  if (overdue.length === 0) return <p>{t('nothingOverdue')}</p>;
  return (
    <table aria-label={t('overdue', { rule: course.rule })} className={classes.table} data-short>
      <thead>
        <tr>
          <th scope="col">{words.column}</th>
          <th className={classes.number} scope="col">
            {t('longerThan')}
          </th>
          <th className={classes.number} scope="col">
            {words.records}
          </th>
        </tr>
      </thead>
      <tbody>
        {overdue.map(({ stage, months, figure }) => (
          <tr key={stage}>
            <th scope="row">{words.stage(stage)}</th>
            <td className={classes.number}>{t('months', { count: months })}</td>
            <td className={classes.number}>
              <StageFigure course={course} entity={entity} figure={figure} words={words} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
