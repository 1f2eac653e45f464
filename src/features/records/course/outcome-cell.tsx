import { useTranslation } from 'react-i18next';
import type { FieldRef } from '#shared/records/record.ts';
import { isMissing } from '#shared/records/record.ts';
import { fieldKey } from '../editor/field-key.ts';
import { MarkerWord } from '../fields/marker-word.tsx';
import { FieldRow } from '../form/field-row.tsx';
import { useEditor, useEvaluation } from '../form/form-context.ts';
import { useFindingText } from '../texts/use-finding-text.ts';
import { useWords } from '../texts/use-words.ts';
import { valueText } from '../texts/value-text.ts';
import type { OutcomeCell } from './outcome-lines.ts';
import classes from './outcomes.module.css';
import { cellId, type OutcomeGrid, type Place } from './use-outcome-grid.ts';

type OutcomeCellProps = { cell: OutcomeCell; place: Place; grid: OutcomeGrid };

/** One cell: what stands there, or while it is open the control of the field. */
export function OutcomeCellView({ cell, place, grid }: OutcomeCellProps) {
  const { field, row } = cell;
  const isOpen = row !== undefined && grid.isOpen(place);
  return (
    <td
      className={isOpen ? classes.cellOpen : classes.cell}
      data-editing={isOpen || undefined}
      id={cellId(place)}
      onDoubleClick={() => !isOpen && grid.open(place)}
      onFocus={(event) => event.target === event.currentTarget && grid.choose(place)}
      onKeyDown={(event) => grid.onKeyDown(event, place)}
      // Its input may be taken for a press beside it, and the press for a way out.
      onMouseDown={(event) => isOpen || event.currentTarget.focus()}
      tabIndex={grid.isCurrent(place) && !isOpen ? 0 : -1}
    >
      {isOpen ? (
        <FieldRow field={field} layout="cell" row={row.id} />
      ) : (
        <ClosedCell cell={cell} mayAdd={grid.mayAdd(cell)} />
      )}
    </td>
  );
}

function ClosedCell({ cell, mayAdd }: { cell: OutcomeCell; mayAdd: boolean }) {
  const { t } = useTranslation('course');
  const { t: translate } = useTranslation();
  const words = useWords();
  const evaluation = useEvaluation();
  const findingText = useFindingText();
  const { field, row, more } = cell;
  const ref: FieldRef = { entity: field.entity, field: field.id, ...(row !== undefined && { row: row.id }) };
  const unread = useEditor((state) => state.unread[fieldKey(ref)]);
  if (row === undefined) {
    return (
      <span className={classes.absent}>
        <span aria-hidden="true">{mayAdd ? '+' : '–'}</span>
        <span className={classes.heard}>
          {t(mayAdd ? 'grid.mayAdd' : 'grid.none', { entity: words.entity(field.entity, 1) })}
        </span>
      </span>
    );
  }
  const findings = evaluation.findingsAt.get(fieldKey(ref)) ?? [];
  const value = row.values[field.id] ?? null;
  const isIdle = evaluation.inapplicable.has(fieldKey(ref));
  const text =
    unread ?? (isMissing(value) ? <MarkerWord marker={value.missing} /> : valueText(field, value, words, translate));
  return (
    <>
      {isIdle ? <span className={classes.absent}>{t('grid.doesNotApply')}</span> : text}
      {!isIdle && text === '' && evaluation.demanded.has(fieldKey(ref)) && (
        <span className={classes.absent}>{t('grid.due')}</span>
      )}
      {findings.length > 0 && (
        <span className={classes.mark} title={findings.map(findingText).join('\n')}>
          {' '}
          <span aria-hidden="true">!</span>
          <span className={classes.heard}>{findings.map(findingText).join(' ')}</span>
        </span>
      )}
      {more > 0 && <span className={classes.more}>{t('grid.more', { count: more })}</span>}
    </>
  );
}
