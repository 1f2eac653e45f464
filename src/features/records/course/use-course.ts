import { useMemo } from 'react';
import type { CourseDeclaration } from '#shared/dictionary/course-vocabulary.ts';
import type { CourseLine } from '#shared/records/course.ts';
import { dayNumber } from '#shared/records/partial-date.ts';
import { useEvaluation, useFormTools } from '../form/form-context.ts';

/** How the record type of the open record is shown as a course; undefined where it is not declared. */
export function useCourseDeclaration(): CourseDeclaration | undefined {
  const { model } = useFormTools();
  return model.register.courses?.[model.entity];
}

/** The lines of the open record as it stands in the form. */
export function useCourseLines(course: CourseDeclaration): readonly CourseLine[] {
  const { subject, context } = useEvaluation();
  return useMemo(() => course.lines(subject, dayNumber(context.today) ?? 0, context), [course, subject, context]);
}
