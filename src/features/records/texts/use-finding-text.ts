import { useTranslation } from 'react-i18next';
import { indexOf } from '#shared/dictionary/register-index.ts';
import { registerOf } from '#shared/dictionary/registers.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import { fieldOfParam } from '#shared/records/finding.ts';
import type { FieldValue, Finding } from '#shared/records/record.ts';
import { useSession } from '../../../api/session.ts';
import { useWords, type Words } from './use-words.ts';
import { valueText } from './value-text.ts';

/** Rule of findings about answers that are still missing. */
export const answerDue = 'REQ';

const isoDate = /^\d{4}(-\d{2}){0,2}$/;

/** The message of a finding in one sentence, its values in the habit of the language. */
export function useFindingText(): (finding: Finding) => string {
  const { t } = useTranslation();
  const words = useWords();
  const { register } = useSession();
  return (finding) => {
    const params: Record<string, string | number> = {};
    for (const [name, value] of Object.entries(finding.params)) {
      params[name] = paramText(register.kind, name, value, finding, words, t);
    }
    const [first] = finding.fields;
    const key = finding.part === undefined ? finding.rule : `${finding.rule}.${finding.part}`;
    const field = first === undefined ? '' : words.label({ entity: first.entity, id: first.field });
    const sentence = t(`rules-${register.kind}:${key}`, { field, ...params });
    // An answer that is due breaks no rule of the rule book.
    return finding.rule === answerDue ? sentence : `${sentence} (${finding.rule})`;
  };
}

function paramText(
  kind: RegisterKind,
  name: string,
  value: FieldValue,
  finding: Finding,
  words: Words,
  t: ReturnType<typeof useTranslation>['t'],
): string | number {
  const index = indexOf(registerOf(kind));
  const id = fieldOfParam(finding, name);
  const owner = index.ownerOf(id);
  const field = owner === undefined ? undefined : index.findField(owner, id);
  if (field !== undefined) return valueText(field, value, words, t);
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return isoDate.test(value) && value.length > 4 ? words.formats.date(value) : value;
  return Array.isArray(value) ? value.join(', ') : '';
}
