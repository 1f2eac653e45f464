import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './form.module.css';

/** row: label at the left of the field; cell: in a table whose head names it. */
export type FieldLayout = 'row' | 'cell';

type FieldPlaceProps = {
  /** Of the input that the label points to. */
  id: string;
  label: string;
  layout: FieldLayout;
  isRequired: boolean;
  notes: number;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  children: ReactNode;
};

/** The place of one field that is typed: its label beside it, or none where the head of the table names it. */
export function FieldPlace(props: FieldPlaceProps) {
  const { id, label, layout, isRequired, notes, onFocus, onKeyDown, children } = props;
  const { t } = useTranslation('records');
  if (layout === 'cell') {
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the field inside.
      <div className={classes.cell} onFocusCapture={onFocus} onKeyDown={onKeyDown}>
        {children}
      </div>
    );
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the field inside.
    <div className={classes.row} onFocusCapture={onFocus} onKeyDown={onKeyDown}>
      <label className={classes.label} htmlFor={id}>
        {notes > 0 && (
          <span className={classes.noted} title={t('note.count', { count: notes })}>
            ✎
          </span>
        )}
        {label}
        {isRequired && (
          <span aria-hidden="true" className={classes.star}>
            *
          </span>
        )}
      </label>
      <div className={classes.control}>{children}</div>
    </div>
  );
}
