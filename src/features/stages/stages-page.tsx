import { Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/contract.ts';
import type { CourseDeclaration } from '#shared/dictionary/course-vocabulary.ts';
import { indexOfKind, registerOf } from '#shared/dictionary/registers.ts';
import { entityTextKey, fieldTextKey } from '#shared/dictionary/text-keys.ts';
import { useProcedure } from '../../api/query.ts';
import { useSession } from '../../api/session.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { FailureNotice } from '../../ui/notice.tsx';
import { Page, PageHeader, Panel } from '../../ui/page.tsx';
import { AgeTable } from './age-table.tsx';
import { OverdueTable } from './overdue-table.tsx';
import { useStageWords } from './use-stage-words.ts';

/** For the head of the office: how many records stand at which stage, for how long, and which of them for too long. */
export function StagesPage() {
  const { register } = useSession();
  const courses = Object.entries(registerOf(register.kind).courses ?? {});
  return (
    <Page>
      {courses.map(([entity, course]) => (
        <Overview course={course} entity={entity} key={entity} />
      ))}
    </Page>
  );
}

function Overview({ entity, course }: { entity: string; course: CourseDeclaration }) {
  const { t } = useTranslation();
  const { kind } = useSession().register;
  const overview = useProcedure('course.count', { entity }, { forget: true });
  const failure = useFailureText()(overview.error);
  return (
    <>
      <PageHeader title={t('stages:title', { entity: t(entityTextKey(kind, entity), { count: 100 }) })} />
      <FailureNotice text={failure} />
      {overview.isPending && <Loader aria-label={t('stages:counting')} size="sm" />}
      {overview.data !== undefined && <Figures course={course} overview={overview.data} />}
    </>
  );
}

function Figures({ course, overview }: { course: CourseDeclaration; overview: Output<'course.count'> }) {
  const { t } = useTranslation('stages');
  const { kind } = useSession().register;
  const formats = useFormats();
  const index = indexOfKind(kind);
  const words = useStageWords(overview.entity, course);
  const label = (id: string) => t(fieldTextKey(kind, index.field(overview.entity, id), 'label'));
  const brackets = t('brackets', { rows: label(course.underWay) });
  return (
    <>
      <Panel
        note={t('overdueNote', { day: formats.date(overview.today), brackets })}
        title={t('overdue', { rule: course.rule })}
      >
        <OverdueTable course={course} overview={overview} words={words} />
      </Panel>
      <Panel note={t('sinceNote', { brackets, field: label(course.since) })} title={t('since')}>
        <AgeTable caption={t('since')} course={course} of="since" overview={overview} words={words} />
      </Panel>
      <Panel note={brackets} title={t('begun', { field: label(course.begun) })}>
        <AgeTable
          caption={t('begun', { field: label(course.begun) })}
          course={course}
          of="begun"
          overview={overview}
          words={words}
        />
      </Panel>
    </>
  );
}
