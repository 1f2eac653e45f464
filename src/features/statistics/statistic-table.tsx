import { useTranslation } from 'react-i18next';
import type { DesignedFigure, StatisticFilter } from '#shared/contract/figure-filter.ts';
import type { StatisticTable as Table } from '#shared/contract/statistics.ts';
import type { TableDesign } from '#shared/contract/table-design.ts';
import { figureText } from '#shared/statistics/figure-text.ts';
import { useHasRole } from '../../api/session.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { FigureLink } from '../../ui/figure-link.tsx';
import classes from './statistics.module.css';
import { useTableWords } from './table-words.ts';

type StatisticTableProps = { table: Table; design?: TableDesign | undefined };
type Cell = Table['cells'][number][number];

export const hiddenMark = '●';
/** Tables with more columns are drawn closer. */
const mostColumns = 7;
/** Of so few figures nobody follows a row across the whole panel. */
const fewFigures = 3;
/** Longer names of rows get more room than the drawing closer leaves them. */
const longestName = 24;

/** The figures; a hidden one carries a mark whose meaning stands below the table. */
export function StatisticTable({ table, design }: StatisticTableProps) {
  const words = useTableWords();
  return (
    // A table wider than its panel scrolls in itself, by keyboard too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard.
    <section aria-label={words.of(table, 'title')} className={classes.tableScroll} tabIndex={0}>
      <table
        className={classes.table}
        data-few={table.columns.length + (table.percent === null ? 0 : 1) <= fewFigures || undefined}
        data-long={table.rows.some(({ label }) => words.label(label).length > longestName) || undefined}
        data-wide={table.columns.length > mostColumns || undefined}
      >
        <caption className={classes.heard}>{words.of(table, 'title')}</caption>
        <thead>
          <tr>
            <th scope="col">{words.of(table, 'rows')}</th>
            {table.columns.map((column) => (
              <ColumnHead key={column.key} kind={column.kind} text={words.label(column.label)} />
            ))}
            {table.percent !== null && (
              <th className={classes.number} scope="col">
                {words.percent(table)}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, r) => (
            <tr data-kind={row.kind} key={row.key}>
              <th scope="row">{words.label(row.label)}</th>
              {table.columns.map((column, c) => (
                <td className={classes.number} data-kind={column.kind} key={column.key}>
                  <Figure
                    cell={table.cells[r]?.[c]}
                    figure={column.figure}
                    opens={openedBy(table, design, row, column)}
                  />
                </td>
              ))}
              {table.percent !== null && (
                <td className={classes.number}>
                  <Percent value={table.percent[r] ?? null} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type ColumnHeadProps = { kind: Column['kind']; text: string };

const shortHead = 8;

/** A short heading such as a range of ages stays on one line. */
function ColumnHead({ kind, text }: ColumnHeadProps) {
  return (
    <th className={classes.number} data-kind={kind} data-short={text.length <= shortHead || undefined} scope="col">
      {text}
    </th>
  );
}

type Line = Table['rows'][number];
type Column = Table['columns'][number];
type Opens = { readonly entity: string; readonly filter: StatisticFilter | DesignedFigure };

/** What opens the records of a cell; nothing where its number counts none. */
function openedBy(table: Table, design: TableDesign | undefined, row: Line, column: Column): Opens | null {
  const { id, part, entity, period, designed } = table;
  if (entity === null) return null;
  const named = ({ key, label }: Pick<Line, 'key' | 'label'>) => ({ key, label });
  const cell = { part, period: period.text, row: named(row), column: named(column) };
  if (designed) return design ? { entity, filter: { kind: 'design', design, ...cell, said: designed } } : null;
  return column.figure === undefined ? { entity, filter: { kind: 'statistic', id, ...cell } } : null;
}

type FigureProps = { cell: Cell | undefined; figure: Column['figure']; opens: Opens | null };

function Figure({ cell, figure, opens }: FigureProps) {
  const { t } = useTranslation(['statistics', 'tables']);
  const mayOpen = useHasRole()('officer', 'supervisor');
  const formats = useFormats();
  if (cell === undefined) return null;
  if (cell.empty) return '–';
  if (cell.count === null) return <HiddenFigure />;
  const text = figureText(formats, cell.count, figure);
  const number =
    opens === null || cell.count === 0 || !mayOpen ? (
      text
    ) : (
      <FigureLink
        entity={opens.entity}
        filters={[opens.filter]}
        name={`${text}: ${t('statistics:opens')}`}
        number={text}
      />
    );
  if (cell.hiddenInPublic === undefined) return number;
  const reason = t(`tables:hiddenReason.${cell.hiddenInPublic}`);
  return (
    <span className={classes.wouldHide} title={reason}>
      {number}
      <span className={classes.heard}> {reason}</span>
    </span>
  );
}

function HiddenFigure() {
  const { t } = useTranslation('tables');
  return (
    <>
      <span aria-hidden="true" className={classes.hidden}>
        {hiddenMark}
      </span>
      <span className={classes.heard}>{t('hidden')}</span>
    </>
  );
}

function Percent({ value }: { value: number | null }) {
  const formats = useFormats();
  return value === null ? '–' : formats.number(value, 1);
}
