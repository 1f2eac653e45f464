import { useTranslation } from 'react-i18next';
import type { FormGroup } from '#shared/dictionary/derive-form.ts';
import type { FieldRef } from '#shared/records/record.ts';
import { rowNames } from '#shared/records/row-names.ts';
import { useWords } from '../texts/use-words.ts';
import classes from './form.module.css';
import { useEditor, useFormTools } from './form-context.ts';
import { GroupTable } from './group-table.tsx';

type InnerGroupProps = { group: FormGroup; outer: string; target: FieldRef | null };

/** A group within the rows of another one: a table for each of those rows, under its name. */
export function InnerGroup({ group, outer, target }: InnerGroupProps) {
  const { t } = useTranslation('records');
  const words = useWords();
  const { model } = useFormTools();
  const content = useEditor((state) => state.content);
  const named = rowNames(model.index, content, outer, (entity) => words.entity(entity, 1));
  if (named.length > 0) {
    return named.map((each) => <GroupTable group={group} key={each.row.id} outer={each} target={target} />);
  }
  return (
    <section className={classes.group}>
      <h3 className={classes.subheading}>{words.entity(group.entity.id, 2)}</h3>
      <p className={classes.quiet}>{t('group.needsOuter', { outer: words.entity(outer, 1) })}</p>
    </section>
  );
}
