import { keysOf, type ShortcutName } from './shortcuts.ts';
import styles from './small.module.css';

type KeyHintProps = { of: ShortcutName };

/** A key as it stands on the keyboard; read out as the shortcut of its control, not as part of its name. */
export function KeyHint({ of }: KeyHintProps) {
  return (
    <span aria-hidden="true">
      <kbd className={styles.key}>{keysOf(of)}</kbd>
    </span>
  );
}
