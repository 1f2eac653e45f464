import type { ReactNode, Ref } from 'react';
import classes from './field-box.module.css';

type FieldBoxProps = {
  invalid: boolean;
  marker: ReactNode;
  trailing: ReactNode;
  children: ReactNode;
  ref?: Ref<HTMLDivElement>;
};

/** The frame of a field: marker, what is typed, and the quiet remark at its right end. */
export function FieldBox({ invalid, marker, trailing, children, ref }: FieldBoxProps) {
  return (
    <div className={classes.box} data-invalid={invalid || undefined} ref={ref}>
      <div className={classes.content}>
        {marker}
        {children}
      </div>
      {trailing !== null && <span className={classes.trailing}>{trailing}</span>}
    </div>
  );
}
