import { useTranslation } from 'react-i18next';
import type { Answers } from '#shared/contract/quality.ts';
import { type AnswerKind, answerKinds } from '#shared/contract/quality-filter.ts';
import { answerTextKey } from '#shared/dictionary/text-keys.ts';
import { Figure } from './figure.tsx';
import type { FigureFilter } from './figure-links.ts';
import { NumberCell, NumberHead } from './report-table.tsx';
import { ShareBar } from './share-bar.tsx';

/** Every answer has its column; what has no value is the sum of those that say why. */
const columns: readonly AnswerKind[] = answerKinds.filter((kind) => kind !== 'gap');

export function AnswerHeads() {
  const { t } = useTranslation();
  return (
    <>
      <NumberHead>{t('quality:head.share')}</NumberHead>
      {columns.map((kind) => (
        <NumberHead key={kind}>{t(answerTextKey(kind))}</NumberHead>
      ))}
    </>
  );
}

type AnswerCellsProps = {
  answers: Answers;
  /** Where another column has its bar already. */
  withoutBar?: boolean;
  of: Omit<Extract<FigureFilter, { kind: 'counted-answer' }>, 'kind' | 'answer'>;
};

/** What stands in one field or in several. */
export function AnswerCells({ answers, of, withoutBar = false }: AnswerCellsProps) {
  return (
    <>
      <NumberCell>
        <ShareBar answers={answers} withoutBar={withoutBar} />
      </NumberCell>
      {columns.map((kind) => (
        <NumberCell key={kind}>
          <Figure {...answers[kind]} filter={{ kind: 'counted-answer', ...of, answer: kind }} />
        </NumberCell>
      ))}
    </>
  );
}
