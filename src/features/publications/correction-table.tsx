import { useTranslation } from 'react-i18next';
import type { CorrectionSheet } from '#shared/contract/publication.ts';
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
  const formats = useFormats();
  const hasChanged = ({ corrections, withheld, redefined }: TableCorrections) =>
    corrections.length > 0 || withheld || redefined;
  const changed = sheet.tables.filter(hasChanged);
  const others = sheet.tables.filter((table) => !hasChanged(table)).map(({ name }) => name);
  const { revoked } = sheet;
  return (
    <div className={classes.stack}>
      {changed.length === 0 && <p>{t('sheet.nothing')}</p>}
      {changed.map((table) => (
        <ChangedTable key={table.name} table={table} />
      ))}
      {changed.length > 0 && others.length > 0 && (
        <p className={classes.quiet}>{t('sheet.unchanged', { tables: others.join(', ') })}</p>
      )}
      {revoked !== null && (
        <p>{t('sheet.revokedText', { before: formats.number(revoked.before), now: formats.number(revoked.now) })}</p>
      )}
    </div>
  );
}

function ChangedTable({ table }: { table: TableCorrections }) {
  const { t } = useTranslation('publications');
  const words = usePublicationWords();
  const formats = useFormats();
  const labelOf = useLabelText();
  const { id, part, name, corrections, figures, withheld } = table;
  const title = `${name} ${words.table(id, part)}`;
  const text = (value: number) => formats.number(value, Number.isInteger(value) ? 0 : 2);
  const figure = (value: number | null) => (value === null ? t('sheet.hidden') : text(value));
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
          { key: 'before', title: t('sheet.before'), cell: ({ before }) => figure(before), numeric: true },
          { key: 'now', title: t('sheet.now'), cell: ({ now }) => figure(now), numeric: true },
          {
            key: 'effect',
            title: t('sheet.effect'),
            cell: ({ effect }) => (effect === null ? '' : `${effect > 0 ? '+' : ''}${text(effect)}`),
            numeric: true,
          },
        ]}
        rowKey={({ row, column }) => JSON.stringify([row, column])}
        rows={corrections}
      />
    </div>
  );
}
