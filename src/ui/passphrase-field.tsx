import { Button, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldRow } from './field-row.tsx';
import styles from './passphrase-field.module.css';

export interface ShownJudgement {
  readonly acceptable: boolean;
  readonly score: number;
  readonly problems: readonly ('TOO_SHORT' | 'KNOWN_WORDS' | 'GUESSABLE')[];
}

type PassphraseFieldProps = {
  label: string;
  value: string;
  onChange: (passphrase: string) => void;
  /** null while it is being judged, or where nothing was typed. */
  judgement: ShownJudgement | null;
  onSuggest: () => Promise<string>;
};

/** A new passphrase: proposed by the program and shown to be written down, or an own one judged while it is typed. */
export function PassphraseField({ label, value, onChange, judgement, onSuggest }: PassphraseFieldProps) {
  const { t } = useTranslation();
  const [generated, setGenerated] = useState<string | null>(null);
  const isGenerated = generated !== null && generated === value;

  const suggest = async () => {
    const suggestion = await onSuggest();
    setGenerated(suggestion);
    onChange(suggestion);
  };

  return (
    <FieldRow
      label={label}
      required
      hint={isGenerated ? t('common:passphrase.writeDown') : t('common:passphrase.rule')}
    >
      {(control) => (
        <>
          <PasswordInput
            {...control}
            value={value}
            onChange={(event) => onChange(event.currentTarget.value)}
            autoComplete="new-password"
            spellCheck={false}
            visibilityToggleButtonProps={{ 'aria-label': t('common:passphrase.show') }}
          />
          {isGenerated ? <div className={styles.generated}>{generated}</div> : null}
          {value === '' ? null : <Meter judgement={judgement} />}
          <div className={styles.tools}>
            <Button variant="default" onClick={() => void suggest()}>
              {generated === null ? t('common:passphrase.suggest') : t('common:passphrase.suggestAnother')}
            </Button>
          </div>
        </>
      )}
    </FieldRow>
  );
}

function Meter({ judgement }: { judgement: ShownJudgement | null }) {
  const { t } = useTranslation();
  const score = judgement?.score ?? 0;
  const shade = judgement?.acceptable ? styles.strong : score >= 2 ? styles.fair : styles.weak;
  const sentence =
    judgement === null
      ? t('common:passphrase.judging')
      : judgement.acceptable
        ? t('common:passphrase.acceptable')
        : judgement.problems.map((problem) => t(`common:passphrase.problem.${problem}`)).join(' ');
  return (
    <>
      <div className={styles.meter} aria-hidden="true">
        {[0, 1, 2, 3].map((step) => (
          <span
            key={step}
            className={`${styles.step} ${judgement !== null && step < Math.max(1, score) ? shade : ''}`}
          />
        ))}
      </div>
      <div className={styles.judgement} aria-live="polite">
        {sentence}
      </div>
    </>
  );
}
