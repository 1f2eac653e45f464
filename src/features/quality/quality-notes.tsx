import { useTranslation } from 'react-i18next';
import { type ReportPart, termsOf } from '#shared/statistics/quality/terms.ts';
import classes from './quality.module.css';

type QualityNotesProps = { part: ReportPart };

/** What the words above mean. */
export function QualityNotes({ part }: QualityNotesProps) {
  const { t } = useTranslation('quality');
  return (
    <div className={classes.notes}>
      <h2 className={classes.partTitle}>{t('terms.title')}</h2>
      {termsOf(part).map((term) => (
        <p key={term}>{t(`terms.${term}`)}</p>
      ))}
    </div>
  );
}
