import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/contract.ts';
import type { CourseDeclaration } from '#shared/dictionary/course-vocabulary.ts';
import { StageFigure } from './stage-figure.tsx';
import classes from './stages.module.css';
import type { StageWords } from './use-stage-words.ts';

type AgeTableProps = {
  course: CourseDeclaration;
  overview: Output<'course.count'>;
  /** Which time the classes are of. */
  of: 'since' | 'begun';
  caption: string;
  words: StageWords;
};

/** Stages by classes of age; the last line is all of them. */
export function AgeTable({ course, overview, of, caption, words }: AgeTableProps) {
  const { t } = useTranslation('stages');
  const { entity, classes: ages, stages } = overview;
  const nameOf = (from: number, to: number | undefined): string => {
    if (to === undefined) return t('class.over', { from });
    return from === 0 ? t('class.under', { to }) : t('class.between', { from, to });
  };
  const columns = [...ages.map((from, at) => nameOf(from, ages[at + 1])), t('class.unknown')];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section aria-label={caption} className={classes.scroll} tabIndex={0}>
      <table aria-label={caption} className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{words.column}</th>
            {columns.map((name) => (
              <th className={classes.number} key={name} scope="col">
                {name}
              </th>
            ))}
            <th className={classes.number} scope="col">
              {t('all')}
            </th>
          </tr>
        </thead>
        <tbody>
          {stages.map((stage) => (
            <tr data-total={stage.stage === null || undefined} key={stage.stage ?? ''}>
              <th scope="row">{words.stage(stage.stage)}</th>
              {[...stage[of], stage.all].map((figure, at) => (
                <td className={classes.number} key={columns[at] ?? ''}>
                  <StageFigure course={course} entity={entity} figure={figure} words={words} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
