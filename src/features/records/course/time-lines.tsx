import { useTranslation } from 'react-i18next';
import type { CourseDeclaration } from '#shared/dictionary/course-vocabulary.ts';
import { type CourseLine, keyOfStretch, type Stretch } from '#shared/records/course.ts';
import type { FieldRef, RecordContent } from '#shared/records/record.ts';
import { placeOn, scaleOf, type TimeScale } from '#shared/records/time-scale.ts';
import { Badge } from '../../../ui/badge.tsx';
import shared from './course.module.css';
import { NextStage } from './next-stage.tsx';
import classes from './time-lines.module.css';
import type { CourseWords } from './use-course-words.ts';

type TimeLinesProps = {
  course: CourseDeclaration;
  lines: readonly CourseLine[];
  content: RecordContent;
  words: CourseWords;
  onJump: (field: FieldRef) => void;
};

const mostTicks = 9;

const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`;

/** A line of time for each row of the course, all on one scale, and where each stands now. */
export function TimeLines({ course, lines, content, words, onJump }: TimeLinesProps) {
  const scale = scaleOf(lines, mostTicks);
  return (
    <div className={classes.lines}>
      {scale !== undefined && <Axis scale={scale} words={words} />}
      {lines.map((line) => (
        <section aria-label={words.row(course.group, line.row, content)} className={classes.line} key={line.row.id}>
          <h3 className={classes.name}>
            {words.row(course.group, line.row, content)}
            <Badge>{words.status(line)}</Badge>
          </h3>
          {scale !== undefined && <Track line={line} scale={scale} words={words} />}
          <div className={classes.standing}>
            <Standing course={course} line={line} words={words} />
            <NextStage content={content} line={line} onJump={onJump} words={words} />
          </div>
        </section>
      ))}
      <Legend lines={lines} />
    </div>
  );
}

function Axis({ scale, words }: { scale: TimeScale; words: CourseWords }) {
  return (
    <div aria-hidden="true" className={classes.axis}>
      {scale.ticks.map(({ day, date }) => (
        <span className={classes.tick} key={day} style={{ insetInlineStart: percent(placeOn(scale, day)) }}>
          {words.words.formats.date(date)}
        </span>
      ))}
    </div>
  );
}

type TrackProps = { line: CourseLine; scale: TimeScale; words: CourseWords };

/** The drawing; the table of stages and days below says the same to whoever does not see it. */
function Track({ line, scale, words }: TrackProps) {
  const { stretches, events, periods } = line;
  const at = (day: number) => ({ insetInlineStart: percent(placeOn(scale, day)) });
  const between = (from: number, to: number) => ({
    ...at(from),
    width: percent(placeOn(scale, to) - placeOn(scale, from)),
  });
  return (
    <div aria-hidden="true" className={classes.track}>
      {scale.ticks.map(({ day }) => (
        <span className={classes.grid} key={day} style={at(day)} />
      ))}
      {stretches.map((stretch, nth) => {
        const { from, to, beyond, beginsAnew, goesOn } = stretch;
        if (from === undefined) return null;
        return (
          <span
            className={to === undefined ? classes.end : classes.stretch}
            data-begins={beginsAnew || undefined}
            data-beyond={beyond !== undefined || undefined}
            data-goes-on={goesOn || undefined}
            data-shade={nth % 2}
            data-unsure={from.earliest !== from.latest || undefined}
            key={keyOfStretch(stretch)}
            style={to === undefined ? at(from.earliest) : between(from.earliest, to.earliest)}
            title={[words.stage(stretch), words.days(from), words.length(stretch)].filter(Boolean).join(', ')}
          >
            {to !== undefined && <span className={classes.stretchName}>{words.stage(stretch)}</span>}
          </span>
        );
      })}
      {periods.map((period) => (
        <span
          className={classes.period}
          key={`${period.at.row}`}
          style={between(period.from.earliest, period.to.latest)}
          title={`${words.says({ ...period, rows: 1 })}, ${words.days(period.from)}–${words.days(period.to)}`}
        />
      ))}
      {events.map((event) => (
        <span
          className={classes.event}
          key={`${event.at.field} ${event.at.row} ${event.days.earliest}`}
          style={at(event.days.earliest)}
          title={[words.event(event), words.days(event.days), words.says(event)].filter(Boolean).join(', ')}
        />
      ))}
    </div>
  );
}

/** Where the line stands now, since when, and whether that is long. */
function Standing({ course, line, words }: { course: CourseDeclaration; line: CourseLine; words: CourseWords }) {
  const { t } = useTranslation('course');
  const last = line.stretches.at(-1);
  if (last === undefined) return null;
  const params = { stage: words.stage(last), since: words.days(last.from), days: words.length(last) };
  return (
    <p>
      {t(last.from === undefined ? 'atUnknown' : last.goesOn ? 'at' : 'ended', params)}
      {last.goesOn && last.beyond !== undefined && (
        <strong className={shared.beyond}> {t('beyond', { count: last.beyond, rule: course.rule })}</strong>
      )}
    </p>
  );
}

function Legend({ lines }: { lines: readonly CourseLine[] }) {
  const { t } = useTranslation('course');
  const has = (test: (stretch: Stretch) => boolean) => lines.some(({ stretches }) => stretches.some(test));
  return (
    <p aria-hidden="true" className={classes.legend}>
      <span>
        <i className={classes.event} /> {t('legend.event')}
      </span>
      {lines.some(({ periods }) => periods.length > 0) && (
        <span>
          <i className={classes.period} /> {t('legend.period')}
        </span>
      )}
      {has(({ beyond }) => beyond !== undefined) && (
        <span>
          <i className={classes.stretch} data-beyond /> {t('legend.beyond')}
        </span>
      )}
      {has(({ chain }) => chain > 0) && (
        <span>
          <i className={classes.stretch} data-begins /> {t('legend.anew')}
        </span>
      )}
    </p>
  );
}
