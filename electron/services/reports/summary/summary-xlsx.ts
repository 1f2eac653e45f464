/** A statistical summary as a workbook: contents, definitions, and a sheet for every table with codes and labels. */
import type { SummaryContent } from '#shared/contract/summary.ts';
import { namesOfSheets, tableSheetsOf } from '../table-xlsx.ts';
import { headed, line, paragraph, type Sheet, sheetNameOf, writeWorkbook } from '../workbook.ts';
import { type Writing, withdrawalText, wordOfTable } from '../writing.ts';
import { factsOf } from './summary-front.ts';
import { methodTexts, periodDays } from './summary-text.ts';

/** The workbook; its figures are those of the print, its hidden cells bear the same sign. */
export function summaryXlsx(writing: Writing, content: SummaryContent): Promise<Uint8Array> {
  return writeWorkbook([
    contentsSheet(writing, content),
    methodsSheet(writing, content),
    ...tableSheetsOf(writing, content.tables),
  ]);
}

function contentsSheet(writing: Writing, content: SummaryContent): Sheet {
  const { t } = writing;
  const { register, tables } = content;
  const names = namesOfSheets(writing, tables);
  const withdrawal = withdrawalText(writing);
  const heads = [t('summary:files.sheet'), t('statistics:table'), t('statistics:facts.digest')];
  return {
    sheet: sheetNameOf(t('summary:contents')),
    columns: [{ width: 34 }, { width: 90 }, { width: 24 }],
    data: [
      [headed(register.institution)],
      ...(register.office === '' ? [] : [line(register.office)]),
      [headed(`${t('summary:title')} · ${periodDays(content, writing)}`)],
      line(t(`print:registers.${register.kind}`)),
      ...(register.training ? [[headed(t('print:training'))]] : []),
      ...(content.view === 'internal' ? [[headed(t('print:internalNotice'))]] : []),
      ...(withdrawal === null ? [] : [[headed(withdrawal)]]),
      ...factsOf(content, writing).map(([name, value]) => line(name, value)),
      [],
      heads.map(headed),
      ...tables.map((table, at) =>
        line(names[at] ?? '', `${table.id} · ${wordOfTable(table, 'title', writing)}`, table.digest),
      ),
    ],
  };
}

const methodsWidth = 110;

function methodsSheet(writing: Writing, content: SummaryContent): Sheet {
  const parts = methodTexts(content, writing).flatMap(({ title, texts, list = [] }) => [
    [headed(title)],
    ...texts.map((each) => [paragraph(each, [methodsWidth])]),
    ...list.map((each) => [paragraph(`– ${each}`, [methodsWidth])]),
    [],
  ]);
  return { sheet: sheetNameOf(writing.t('summary:files.methods')), columns: [{ width: methodsWidth }], data: parts };
}
