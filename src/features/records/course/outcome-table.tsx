import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuid } from 'uuid';
import type { CourseDeclaration } from '#shared/dictionary/course-vocabulary.ts';
import { withinKey } from '#shared/records/content.ts';
import type { FieldRef } from '#shared/records/record.ts';
import { CatchUpContext, useEditor, useEvaluation, useFormTools } from '../form/form-context.ts';
import { MoveContext } from '../form/movement.ts';
import { OutcomeCellView } from './outcome-cell.tsx';
import type { OutcomeBlock } from './outcome-lines.ts';
import classes from './outcomes.module.css';
import type { CourseWords } from './use-course-words.ts';
import { useOutcomeGrid } from './use-outcome-grid.ts';

type OutcomeTableProps = {
  course: CourseDeclaration;
  blocks: readonly OutcomeBlock[];
  words: CourseWords;
  onJump: (field: FieldRef) => void;
};

/** What became of what: a line each, filled in place with the controls of the form. */
export function OutcomeTable({ course, blocks, words, onJump }: OutcomeTableProps) {
  const { t } = useTranslation('course');
  const { store, model } = useFormTools();
  const { subject } = useEvaluation();
  const catchUp = useContext(CatchUpContext);
  const canEdit = useEditor((state) => state.allowed.edit);
  const grid = useOutcomeGrid(blocks, onJump);
  const lineEntity = course.outcomes[0]?.entity ?? '';
  const lineName = words.words.entity(lineEntity, 1);
  const fields = course.outcomes.flatMap((part) => part.fields.map((id) => model.index.field(part.entity, id)));

  const addLine = (block: OutcomeBlock) => {
    const id = uuid();
    store.addRow(lineEntity, { id, values: { [withinKey]: block.row.id } });
    catchUp();
    grid.openNew(id);
  };
  return (
    <MoveContext value={(_from, direction) => grid.goOn(direction)}>
      <div className={classes.scroll}>
        <table
          aria-label={t('outcomes', { entity: words.words.entity(lineEntity, 2) })}
          className={classes.outcomes}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells take the keyboard is a grid.
          role="grid"
        >
          <colgroup>
            <col className={classes.blockColumn} />
            <col className={classes.lineColumn} />
          </colgroup>
          <thead>
            <tr>
              <th colSpan={2} scope="col">
                {words.words.entity(course.group, 1)} · {lineName}
              </th>
              {fields.map((field) => (
                <th key={field.id} scope="col">
                  {words.words.label(field)}
                </th>
              ))}
            </tr>
          </thead>
          {blocks.map((block) => (
            <tbody key={block.row.id}>
              {block.lines.map((line, at) => (
                <tr key={line.row.id}>
                  {at === 0 && (
                    <th className={classes.blockName} rowSpan={block.lines.length} scope="rowgroup">
                      {words.row(course.group, block.row, subject)}
                    </th>
                  )}
                  <th className={classes.lineNumber} scope="row">
                    <span className={classes.heard}>{lineName} </span>
                    {line.number}
                  </th>
                  {line.cells.map((cell, column) => (
                    <OutcomeCellView
                      cell={cell}
                      grid={grid}
                      key={`${cell.field.entity} ${cell.field.id}`}
                      place={{ line: line.row.id, column }}
                    />
                  ))}
                </tr>
              ))}
              {(canEdit || block.lines.length === 0) && (
                <tr>
                  {block.lines.length === 0 && (
                    <th className={classes.blockName} scope="row">
                      {words.row(course.group, block.row, subject)}
                    </th>
                  )}
                  <td className={classes.addLine} colSpan={fields.length + (block.lines.length === 0 ? 1 : 2)}>
                    {canEdit ? (
                      <button className={classes.add} onClick={() => addLine(block)} type="button">
                        {t('grid.addLine', { entity: lineName })}
                        <span className={classes.heard}> – {words.row(course.group, block.row, subject)}</span>
                      </button>
                    ) : (
                      t('grid.none', { entity: lineName })
                    )}
                  </td>
                </tr>
              )}
            </tbody>
          ))}
        </table>
      </div>
      {canEdit && <p className={classes.hint}>{t('grid.hint')}</p>}
    </MoveContext>
  );
}
