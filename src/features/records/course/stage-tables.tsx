import { useTranslation } from 'react-i18next';
import type { CourseDeclaration } from '#shared/dictionary/course-vocabulary.ts';
import { type CourseLine, keyOfStretch } from '#shared/records/course.ts';
import type { RecordContent } from '#shared/records/record.ts';
import classes from './course.module.css';
import type { CourseWords } from './use-course-words.ts';

type StageTablesProps = {
  course: CourseDeclaration;
  lines: readonly CourseLine[];
  content: RecordContent;
  words: CourseWords;
};

/** The lines of time in words: how long each stage took, and what happened on which day. */
export function StageTables({ course, lines, content, words }: StageTablesProps) {
  return lines.map((line) => {
    const name = words.row(course.group, line.row, content);
    return (
      <section aria-label={name} className={classes.tables} key={line.row.id}>
        <h3 className={classes.tablesName}>{name}</h3>
        <StageTable course={course} line={line} name={name} words={words} />
        <EventTable line={line} name={name} words={words} />
      </section>
    );
  });
}

type TableProps = { line: CourseLine; name: string; words: CourseWords };

function StageTable({ course, line, name, words }: TableProps & { course: CourseDeclaration }) {
  const { t } = useTranslation('course');
  return (
    <table aria-label={t('stages.caption', { name })} className={classes.table}>
      <colgroup>
        <col />
        <col className={classes.dayColumn} />
        <col className={classes.dayColumn} />
        <col className={classes.wideColumn} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t('stages.stage')}</th>
          <th scope="col">{t('stages.from')}</th>
          <th scope="col">{t('stages.to')}</th>
          <th className={classes.number} scope="col">
            {t('stages.days')}
          </th>
        </tr>
      </thead>
      <tbody>
        {line.stretches.map((stretch) => {
          const { from, to, goesOn, beyond, beginsAnew } = stretch;
          return (
            <tr data-begins={beginsAnew || undefined} key={keyOfStretch(stretch)}>
              <th scope="row">{words.stage(stretch)}</th>
              <td>{words.days(from)}</td>
              <td>{goesOn ? t('stages.goesOn') : to === undefined ? t('stages.ended') : words.days(to)}</td>
              <td className={classes.number}>
                {words.length(stretch)}
                {beyond !== undefined && (
                  <strong className={classes.beyond}> {t('beyond', { count: beyond, rule: course.rule })}</strong>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function EventTable({ line, name, words }: TableProps) {
  const { t } = useTranslation('course');
  const detained = line.periods.map((period) => ({
    key: `period ${period.at.row}`,
    day: period.from.earliest,
    when: `${words.days(period.from)}–${words.days(period.to)}`,
    what: words.says({ ...period, rows: 1 }),
    result: '',
  }));
  const happened = line.events.map((event) => ({
    key: `${event.at.field} ${event.at.row}`,
    day: event.days.earliest,
    when: words.days(event.days),
    what: words.event(event),
    result: words.says(event),
  }));
  return (
    <table aria-label={t('events.caption', { name })} className={classes.table}>
      <colgroup>
        <col className={classes.wideColumn} />
        <col />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t('events.day')}</th>
          <th scope="col">{t('events.what')}</th>
          <th scope="col">{t('events.result')}</th>
        </tr>
      </thead>
      <tbody>
        {[...happened, ...detained]
          .toSorted((a, b) => a.day - b.day)
          .map(({ key, when, what, result }) => (
            <tr key={key}>
              <td className={classes.when}>{when}</td>
              <th scope="row">{what}</th>
              <td>{result}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
