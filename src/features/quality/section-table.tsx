import { useTranslation } from 'react-i18next';
import type { QualityLine, QualityTable } from '#shared/contract/quality.ts';
import { AnswerCells, AnswerHeads } from './answer-cells.tsx';
import { Figure } from './figure.tsx';
import { NumberCell, NumberHead, ReportTable } from './report-table.tsx';
import { ShareBar } from './share-bar.tsx';
import { useQualityWords } from './use-quality-words.ts';

type SectionTableProps = { table: QualityTable; whole: QualityLine };

/** Each section of the form, and the whole record below them. */
export function SectionTable({ table, whole }: SectionTableProps) {
  const { t } = useTranslation('quality');
  const words = useQualityWords();
  const row = (section: string | null, name: string, { core, all }: Pick<QualityLine, 'core' | 'all'>) => (
    <tr data-kind={section === null ? 'total' : undefined} key={section ?? ''}>
      <th scope="row">{name}</th>
      <NumberCell>
        <ShareBar answers={core} />
      </NumberCell>
      <NumberCell>
        <Figure
          count={core.gap.records}
          filter={{ kind: 'counted-answer', field: null, section, core: true, answer: 'gap' }}
        />
      </NumberCell>
      <AnswerCells answers={all} of={{ field: null, section, core: false }} withoutBar />
    </tr>
  );
  return (
    <ReportTable
      caption={t('titles.sections')}
      head={
        <>
          <th scope="col">{t('head.section')}</th>
          <NumberHead>{t('head.core')}</NumberHead>
          <NumberHead>{t('head.gaps')}</NumberHead>
          <AnswerHeads />
        </>
      }
    >
      {table.sections.map((section) => row(section.section, words.section(section.section), section))}
      {row(null, t('wholeRecord'), whole)}
    </ReportTable>
  );
}
