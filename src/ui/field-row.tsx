import { type ReactNode, useId } from 'react';
import styles from './field-row.module.css';

export type ControlProps = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean;
  'aria-required': boolean;
};

type FieldRowProps = {
  label: ReactNode;
  /** Receives what ties the control to its label, hint and error. */
  children: (control: ControlProps) => ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  required?: boolean;
};

/** A label right-aligned beside its control, so that the eye runs down one line; messages stand under the control. */
export function FieldRow({ label, children, hint, error, required = false }: FieldRowProps) {
  const id = useId();
  const hasError = error !== undefined && error !== null && error !== '';
  const hasHint = hint !== undefined && hint !== null && hint !== '';
  const described = [hasError ? `${id}-error` : '', hasHint ? `${id}-hint` : ''].filter(Boolean).join(' ');
  return (
    <div className={styles.row}>
      <label className={required ? `${styles.label} ${styles.required}` : styles.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.control}>
        {children({
          id,
          'aria-describedby': described === '' ? undefined : described,
          'aria-invalid': hasError,
          'aria-required': required,
        })}
        {hasError ? (
          <div className={styles.error} id={`${id}-error`}>
            {error}
          </div>
        ) : null}
        {hasHint ? (
          <div className={styles.hint} id={`${id}-hint`}>
            {hint}
          </div>
        ) : null}
      </div>
    </div>
  );
}

type FieldGroupRowProps = { label: ReactNode; children: ReactNode; hint?: ReactNode; error?: ReactNode };

/** Like FieldRow for a set of choices: the label names the group. */
export function FieldGroupRow({ label, children, hint, error }: FieldGroupRowProps) {
  const id = useId();
  return (
    <fieldset className={`${styles.row} ${styles.group}`} aria-labelledby={id}>
      <div className={styles.label} id={id}>
        {label}
      </div>
      <div className={styles.control}>
        {children}
        {error ? <div className={styles.error}>{error}</div> : null}
        {hint ? <div className={styles.hint}>{hint}</div> : null}
      </div>
    </fieldset>
  );
}

export function FieldRows({ children }: { children: ReactNode }) {
  return <div className={styles.rows}>{children}</div>;
}

/** Buttons under the fields, on the line of the controls. */
export function FieldActions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}
