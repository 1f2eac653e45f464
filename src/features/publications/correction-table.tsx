import { useTranslation } from 'react-i18next';
import type { CorrectionSheet } from '#shared/contract/publication.ts';
import { effectText, figureText } from '#shared/statistics/figure-text.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useLabelText } from '../../i18n/use-label-text.ts';
import { SimpleTable } from '../../ui/simple-table.tsx';
import classes from './publications.module.css';
import { usePublicationWords } from './use-publication-words.ts';

type TableCorrections = CorrectionSheet['tables'][number];
type Correction = TableCorrections['corrections'][number];

type CorrectionTableProps = { sheet: CorrectionSheet };

/** Table by table, what differs; those without a change in one line. */
export function CorrectionTable({ sheet }: CorrectionTableProps) {
  const { t } = useTranslation('publications');
  const words = usePublicationWords();
  const labelOf = useLabelText();
  const formats = useFormats();
  const hasChanged = ({ corrections, withheld, redefined }: TableCorrections) =>
    corrections.length > 0 || withheld || redefined;
  const changed = sheet.tables.filter(hasChanged);
  const others = sheet.tables.filter((table) => !hasChanged(table));
  const { revoked } = sheet;
  const called = ({ name, title }: TableCorrections) => (title === null ? words.table(name) : labelOf(title));
  return (
    <div className={classes.stack}>
      {changed.length === 0 && <p>{t('sheet.nothing')}</p>}
      {changed.map((table) => (
        <ChangedTable isInternal={sheet.view === 'internal'} key={table.name} table={table} title={called(table)} />
      ))}
      {changed.length > 0 && others.length > 0 && (
        <p className={classes.quiet}>{t('sheet.unchanged', { tables: others.map(called).join('; ') })}</p>
      )}
      {revoked !== null && (
        <p>{t('sheet.revokedText', { before: formats.number(revoked.before), now: formats.number(revoked.now) })}</p>
      )}
    </div>
  );
}

type ChangedTableProps = { table: TableCorrections; title: string; isInternal: boolean };

function ChangedTable({ table, title, isInternal }: ChangedTableProps) {
  const { t } = useTranslation('publications');
  const formats = useFormats();
  const labelOf = useLabelText();
  const { corrections, figures, withheld } = table;
  const shown = (value: number | null, isEmpty: boolean, figure: Correction['figure']) =>
    value !== null ? figureText(formats, value, figure) : isEmpty ? '–' : <Hidden />;
  if (corrections.length === 0) {
    return (
      <div>
        <h3 className={classes.tableTitle}>{title}</h3>
        <p>{t(withheld ? 'sheet.withheld' : 'sheet.redefined')}</p>
      </div>
    );
  }
  return (
    <div>
      <h3 className={classes.tableTitle}>{title}</h3>
      <p className={classes.quiet}>
        {t('sheet.changed', { number: formats.number(corrections.length), figures: formats.number(figures) })}
      </p>
      <SimpleTable<Correction>
        caption={title}
        columns={[
          { key: 'row', title: t('sheet.row'), cell: ({ row }) => labelOf(row) },
          { key: 'column', title: t('sheet.column'), cell: ({ column }) => labelOf(column) },
          {
            key: 'before',
            title: t('sheet.before'),
            cell: ({ published, empty, figure }) => shown(published, empty.before, figure),
            numeric: true,
          },
          ...(isInternal
            ? [
                {
                  key: 'then',
                  title: t('sheet.then'),
                  cell: ({ before, figure }: Correction) => shown(before, true, figure),
                  numeric: true,
                },
              ]
            : []),
          {
            key: 'now',
            title: t('sheet.now'),
            cell: ({ now, empty, figure }) => shown(now, isInternal || empty.now, figure),
            numeric: true,
          },
          {
            key: 'effect',
            title: t('sheet.effect'),
            cell: ({ effect, figure }) => (effect === null ? '' : effectText(formats, effect, figure)),
            numeric: true,
          },
        ]}
        rowKey={({ row, column }) => JSON.stringify([row, column])}
        rows={corrections}
      />
    </div>
  );
}

/** The sign of the print, and what it means for whoever does not see it. */
function Hidden() {
  const { t } = useTranslation('publications');
  return (
    <span aria-label={t('sheet.hidden')} role="img" title={t('sheet.hidden')}>
      ●
    </span>
  );
}
