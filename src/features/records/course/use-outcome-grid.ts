import { type KeyboardEvent, useContext, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { v7 as uuid } from 'uuid';
import { withinKey } from '#shared/records/content.ts';
import type { FieldRef } from '#shared/records/record.ts';
import { groupKey, inputId } from '../editor/field-key.ts';
import { CatchUpContext, useEditor, useEvaluation, useFormTools } from '../form/form-context.ts';
import type { OutcomeBlock, OutcomeCell } from './outcome-lines.ts';

/** A cell by the row of its line, which stays where lines are added, and its place in the line. */
export interface Place {
  readonly line: string;
  readonly column: number;
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Typed straight into a cell: it opens and takes the letter. */
const isTyping = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  !ctrlKey && !metaKey && !altKey && (key.length === 1 ? key !== ' ' : /^F([46789]|10)$/.test(key));

export const cellId = ({ line, column }: Place): string => `outcome-${line}-${column}`;

const samePlace = (a: Place | null, b: Place): boolean => a?.line === b.line && a.column === b.column;

/** The keyboard in the table of outcomes: one cell has it, and at most one is open with the control of its field. */
export function useOutcomeGrid(blocks: readonly OutcomeBlock[], onJump: (field: FieldRef) => void) {
  const { store } = useFormTools();
  const { inapplicableGroups } = useEvaluation();
  const catchUp = useContext(CatchUpContext);
  const canEdit = useEditor((state) => state.allowed.edit);
  const [chosen, setChosen] = useState<Place | null>(null);
  const [isOpen, setOpen] = useState(false);
  /** Row added for a cell that is open; it goes again where nothing is typed into it. */
  const added = useRef<{ readonly entity: string; readonly id: string } | null>(null);

  const lines = blocks.flatMap((block) => block.lines);
  const columns = lines[0]?.cells.length ?? 0;
  const first = lines[0] && { line: lines[0].row.id, column: 0 };
  const current = lines.some(({ row }) => row.id === chosen?.line) ? chosen : (first ?? null);
  const cellAt = ({ line, column }: Place): OutcomeCell | undefined =>
    lines.find(({ row }) => row.id === line)?.cells[column];

  /** A row of the group may stand there. */
  const mayAdd = ({ field, row, within }: OutcomeCell): boolean =>
    canEdit && row === undefined && within !== undefined && !inapplicableGroups.has(groupKey(field.entity, within));

  const takeAwayEmpty = () => {
    const made = added.current;
    added.current = null;
    const row = made && store.get().content.groups[made.entity]?.find(({ id }) => id === made.id);
    if (!made || !row || Object.keys(row.values).some((field) => field !== withinKey && row.values[field] !== null))
      return;
    const [last] = store.get().undo.done.at(-1) ?? [];
    if (last?.kind === 'row' && last.row.id === made.id) store.undo();
    else store.removeRow(made.entity, made.id);
  };

  const close = () => {
    if (!isOpen) return;
    // Leaving the input takes what was typed into it; another cell may have the keyboard already.
    const focused = document.activeElement;
    if (focused instanceof HTMLElement && focused.closest('[data-editing]')) focused.blur();
    takeAwayEmpty();
    setOpen(false);
    catchUp();
  };
  const focusCell = (place: Place) => {
    close();
    setChosen(place);
    requestAnimationFrame(() => document.getElementById(cellId(place))?.focus());
  };
  const refOf = ({ field, row }: OutcomeCell): FieldRef => ({
    entity: field.entity,
    field: field.id,
    ...(row !== undefined && { row: row.id }),
  });

  const open = (place: Place) => {
    const cell = cellAt(place);
    if (cell === undefined) return;
    if (!canEdit) {
      if (cell.row !== undefined) onJump(refOf(cell));
      return;
    }
    let ref = refOf(cell);
    if (cell.row === undefined) {
      if (!mayAdd(cell) || cell.within === undefined) return;
      const id = uuid();
      store.addRow(cell.field.entity, { id, values: { [withinKey]: cell.within } });
      added.current = { entity: cell.field.entity, id };
      ref = { ...ref, row: id };
      catchUp();
    }
    show(place);
    document.getElementById(inputId(ref))?.focus();
  };
  /** The letter that opens a cell goes to its input, so the input must be there before the key is done. */
  const show = (place: Place) =>
    flushSync(() => {
      setChosen(place);
      setOpen(true);
    });

  const placeFrom = (place: Place, down: number, right: number): Place | undefined => {
    const at = lines.findIndex(({ row }) => row.id === place.line);
    const line = lines[at + down];
    const column = place.column + right;
    return line && column >= 0 && column < columns ? { line: line.row.id, column } : undefined;
  };
  /** In reading order, from the end of a line to the beginning of the next. */
  const following = (place: Place, step: 1 | -1): Place | undefined => {
    const at = lines.findIndex(({ row }) => row.id === place.line) * columns + place.column + step;
    const line = lines[Math.floor(at / columns)];
    return at >= 0 && line ? { line: line.row.id, column: at % columns } : undefined;
  };

  const onClosedKey = (event: KeyboardEvent, place: Place) => {
    const step = steps[event.key];
    if (step !== undefined && !event.ctrlKey && !event.altKey) {
      const next = placeFrom(place, step[0], step[1]);
      event.preventDefault();
      if (next) focusCell(next);
    } else if (event.key === 'Home' || event.key === 'End') {
      event.preventDefault();
      focusCell({ ...place, column: event.key === 'Home' ? 0 : columns - 1 });
    } else if (event.key === 'Tab') {
      const next = following(place, event.shiftKey ? -1 : 1);
      if (next === undefined) return;
      event.preventDefault();
      focusCell(next);
    } else if (event.key === 'Enter' && !event.ctrlKey) {
      event.preventDefault();
      open(place);
    } else if (isTyping(event)) open(place);
  };
  const onOpenKey = (event: KeyboardEvent, place: Place) => {
    const isEntry = event.target instanceof HTMLElement && event.target.dataset.entry !== undefined;
    if (event.defaultPrevented || event.ctrlKey || event.altKey) return;
    if (event.key === 'Escape') focusCell(place);
    else if (isEntry && (event.key === 'Enter' || event.key === 'Tab')) {
      const next = following(place, event.shiftKey ? -1 : 1);
      if (next === undefined && event.key === 'Tab') return close();
      focusCell(next ?? place);
    } else return;
    event.preventDefault();
  };

  // A row in which nothing was entered does not stay when the page is left.
  const takeAway = useRef(takeAwayEmpty);
  useEffect(() => {
    takeAway.current = takeAwayEmpty;
  });
  useEffect(() => () => takeAway.current(), []);

  // The row of the open cell was taken back: the keyboard stays in the table.
  const isGone = isOpen && chosen !== null && cellAt(chosen)?.row === undefined;
  useEffect(() => {
    if (!isGone) return;
    added.current = null;
    setOpen(false);
    if (current !== null) document.getElementById(cellId(current))?.focus();
  }, [isGone, current]);

  return {
    isCurrent: (place: Place) => samePlace(current, place),
    isOpen: (place: Place) => isOpen && samePlace(chosen, place),
    mayAdd,
    open,
    /** Opens the first cell of a line that has just been added, which the lines at hand do not hold yet. */
    openNew: (line: string) => {
      const place = { line, column: 0 };
      show(place);
      document.getElementById(cellId(place))?.querySelector('input')?.focus();
    },
    choose: (place: Place) => {
      if (!samePlace(chosen, place)) close();
      setChosen(place);
    },
    close,
    onKeyDown: (event: KeyboardEvent, place: Place) =>
      isOpen && samePlace(chosen, place) ? onOpenKey(event, place) : onClosedKey(event, place),
    /** The answer of the open cell is complete: the keyboard goes to the next one. */
    goOn: (direction: 1 | -1) => {
      const next = chosen && following(chosen, direction);
      if (next) focusCell(next);
      else if (chosen) focusCell(chosen);
    },
  };
}

export type OutcomeGrid = ReturnType<typeof useOutcomeGrid>;
