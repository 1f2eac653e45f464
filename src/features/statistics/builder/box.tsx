import { type DragEvent, type ReactNode, useId, useState } from 'react';
import classes from './builder.module.css';

type BoxProps = {
  title: string;
  /** Button that puts something in. */
  add?: ReactNode;
  /** Stands in a box that has nothing in it. */
  empty: string;
  children?: ReactNode;
  hasContent: boolean;
  /** Takes what was dragged here, before the chip at this position where it was dropped on one. */
  onDrop?: (position: number | undefined) => void;
};

/** One part of what makes the table; what was dragged can be dropped into it. */
export function Box({ title, add, empty, children, hasContent, onDrop }: BoxProps) {
  const id = useId();
  const [isOver, setOver] = useState(false);
  const take = (event: DragEvent<HTMLElement>): void => {
    event.preventDefault();
    setOver(false);
    const chip = (event.target as HTMLElement).closest<HTMLElement>('[data-at]');
    onDrop?.(chip === null ? undefined : Number(chip.dataset['at']));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot have its title beside a button.
    <div
      aria-labelledby={id}
      className={classes.box}
      data-over={isOver || undefined}
      onDragLeave={() => setOver(false)}
      onDragOver={(event) => {
        if (onDrop === undefined) return;
        event.preventDefault();
        setOver(true);
      }}
      onDrop={take}
      role="group"
    >
      <div className={classes.boxHead}>
        <span id={id}>{title}</span>
        {add}
      </div>
      <div className={classes.chips}>{hasContent ? children : <span className={classes.empty}>{empty}</span>}</div>
    </div>
  );
}
