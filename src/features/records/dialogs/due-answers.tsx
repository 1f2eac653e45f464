import { useTranslation } from 'react-i18next';
import type { FieldRef, Finding } from '#shared/records/record.ts';
import { fieldKey } from '../editor/field-key.ts';
import { useFormTools } from '../form/form-context.ts';
import { useWords } from '../texts/use-words.ts';
import classes from './dialogs.module.css';

type DueAnswersProps = { findings: readonly Finding[]; onJump: (field: FieldRef) => void };

/** The answers that are still missing, under the section in which they stand. */
export function DueAnswers({ findings, onJump }: DueAnswersProps) {
  const { t } = useTranslation('records');
  const { model, store } = useFormTools();
  const words = useWords();
  const fields = findings.flatMap((finding) => finding.fields.slice(0, 1));
  const label = (ref: FieldRef) => {
    const name = words.label({ entity: ref.entity, id: ref.field });
    if (ref.row === undefined) return name;
    const at = (store.get().content.groups[ref.entity] ?? []).findIndex((row) => row.id === ref.row);
    return `${t('complete.row', { group: words.entity(ref.entity, 1), number: at + 1 })}: ${name}`;
  };
  return (
    <dl className={classes.due}>
      {model.sections.map(({ id }) => {
        const here = fields.filter((ref) => model.sectionOf(ref) === id);
        if (here.length === 0) return null;
        return (
          <div key={id}>
            <dt>{words.section(id)}</dt>
            <dd>
              {here.map((ref) => (
                <button className={classes.dueField} key={fieldKey(ref)} onClick={() => onJump(ref)} type="button">
                  {label(ref)}
                </button>
              ))}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
