import { useTranslation } from 'react-i18next';
import type { Finding } from '#shared/records/record.ts';
import { useEvaluation, useFormTools } from '../form/form-context.ts';
import { useWords } from '../texts/use-words.ts';
import { CompletenessRing } from './completeness-ring.tsx';
import classes from './record-page.module.css';

type SectionListProps = { current: string; onChoose: (section: string) => void };

const nothing = { answered: 0, expected: 0 };

/** The sections of the form, each with what is still to be answered. */
export function SectionList({ current, onChoose }: SectionListProps) {
  const { t } = useTranslation('records');
  const words = useWords();
  const { model } = useFormTools();
  const evaluation = useEvaluation();
  const countHard = (section: string) =>
    evaluation.findings.filter((finding: Finding) => {
      const [first] = finding.fields;
      return finding.level === 'hard' && first !== undefined && model.sectionOf(first) === section;
    }).length;
  return (
    <nav aria-label={t('page.sections')} className={classes.sections}>
      {model.sections.map((section) => {
        const progress = evaluation.sections.get(section.id) ?? nothing;
        const hard = countHard(section.id);
        const isLocked = section.items.some((item) => item.kind === 'vault');
        return (
          <button
            aria-current={section.id === current ? 'step' : undefined}
            className={classes.section}
            key={section.id}
            onClick={() => onChoose(section.id)}
            type="button"
          >
            <CompletenessRing {...progress} />
            <span className={classes.sectionName}>{words.section(section.id)}</span>
            {isLocked && <LockSign />}
            {hard > 0 && (
              <span className={classes.sectionMark} title={t('page.hardHere', { count: hard })}>
                {hard}
              </span>
            )}
            <span className={classes.heard}>
              {t('page.answered', { ...progress })}
              {hard > 0 && ` ${t('page.hardHere', { count: hard })}`}
            </span>
          </button>
        );
      })}
    </nav>
  );
}

function LockSign() {
  return (
    <svg aria-hidden="true" className={classes.lock} height="14" viewBox="0 0 14 14" width="14">
      <rect height="7" rx="1.5" width="9" x="2.5" y="6" />
      <path d="M4.5 6V4a2.5 2.5 0 0 1 5 0v2" />
    </svg>
  );
}
