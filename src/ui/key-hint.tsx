import styles from './small.module.css';

type KeyHintProps = { keys: string };

/** A key as it stands on the keyboard; read out as the shortcut of its control, not as part of its name. */
export function KeyHint({ keys }: KeyHintProps) {
  return (
    <span aria-hidden="true">
      <kbd className={styles.key}>{keys}</kbd>
    </span>
  );
}
