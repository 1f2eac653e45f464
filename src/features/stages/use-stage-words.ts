import { useTranslation } from 'react-i18next';
import type { CourseDeclaration } from '#shared/dictionary/course-vocabulary.ts';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import { codeTextKey, entityTextKey, fieldTextKey } from '#shared/dictionary/text-keys.ts';
import { useSession } from '../../api/session.ts';

export interface StageWords {
  /** Head of the column of stages. */
  readonly column: string;
  /** null: all stages together. */
  readonly stage: (code: string | null) => string;
  /** Names of what a figure counts, for whoever hears it alone. */
  readonly records: string;
  readonly rows: string;
}

/** Stages and units of an overview in the language of the screen. */
export function useStageWords(entity: string, course: CourseDeclaration): StageWords {
  const { t } = useTranslation();
  const { kind } = useSession().register;
  const field = indexOfKind(kind).field(entity, course.stage);
  return {
    column: t(fieldTextKey(kind, field, 'label')),
    stage: (code) => (code === null ? t('stages:all') : t(codeTextKey(field.list ?? '', code))),
    records: t(entityTextKey(kind, entity), { count: 100 }),
    rows: t(fieldTextKey(kind, { entity, id: course.underWay }, 'label')),
  };
}
