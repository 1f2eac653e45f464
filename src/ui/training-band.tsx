import styles from './small.module.css';

type TrainingBandProps = { text: string };

/** Stands over every screen of a training register. */
export function TrainingBand({ text }: TrainingBandProps) {
  return (
    <div className={styles.training} role="note">
      <span>{text}</span>
    </div>
  );
}
