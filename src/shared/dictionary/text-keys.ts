/** Keys of the texts of a declaration, as i18next reads them: namespace, colon, path. */
import type { AnswerKind } from '../contract/quality-filter.ts';
import type { FieldDeclaration, RegisterKind } from './vocabulary.ts';

/** Label, definition or example of a field. */
export const fieldTextKey = (
  kind: RegisterKind,
  field: Pick<FieldDeclaration, 'entity' | 'id'>,
  part: 'label' | 'definition' | 'example',
) => `dictionary-${kind}:fields.${field.entity}.${field.id}.${part}`;

/** Name of a section of a form. */
export const sectionTextKey = (kind: RegisterKind, section: string) => `dictionary-${kind}:sections.${section}`;

/** Name of an entity; takes a count. */
export const entityTextKey = (kind: RegisterKind, entity: string) => `dictionary-${kind}:entities.${entity}`;

/** What a fact asks, in words that name fields by their numbers: conditions on paper rest on it. */
export const factTextKey = (kind: RegisterKind, fact: string) => `dictionary-${kind}:facts.${fact}`;

/** Name of a limit of the rules. */
export const limitTextKey = (kind: RegisterKind, limit: string) => `dictionary-${kind}:limits.${limit}`;

/** Label of a code. */
export const codeTextKey = (list: string, code: string) => `codes:${list}.${code}`;

/** What a code means, where the law or the handbook defines it. */
export const codeDefinitionKey = (list: string, code: string) => `codes:${list}.${code}__definition`;

/** Name of a code list. */
export const listTextKey = (list: string) => `codes:lists.${list}`;

/** Label of a missing-value marker. */
export const markerTextKey = (marker: string) => `codes:markers.${marker}`;

/** Label of what stands in a field, as data quality counts it: a marker, nothing, or a sum of several. */
export const answerTextKey = (answer: AnswerKind) =>
  answer === 'applies' || answer === 'filled' || answer === 'gap' ? `quality:answer.${answer}` : markerTextKey(answer);
