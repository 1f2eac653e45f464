import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { codeTextKey } from '#shared/dictionary/text-keys.ts';
import {
  cellKey,
  type PopulationAge,
  type PopulationFigures,
  type PopulationSex,
  populationAges,
  populationSexes,
} from '#shared/statistics/population/population.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import classes from './population.module.css';
import { decimalSign, pasted, readPersons, type TypedCells, withCell } from './typed-population.ts';

type PopulationGridProps = {
  caption: string;
  typed: TypedCells;
  /** Figures with the sums that follow: shown where nothing is typed. */
  figures: PopulationFigures;
  /** Keys of cells that cannot be read, or whose sum does not hold. */
  wrong: ReadonlySet<string>;
  readOnly: boolean;
  /** Sentence that says what is wrong. */
  describedBy: string;
  onChange: (typed: TypedCells) => void;
};

const isSum = (age: PopulationAge): boolean => age === 'child' || age === 'adult' || age === 'all';

/** Ages down, sexes across; arrows and Enter move, a block from a spreadsheet can be pasted. */
export function PopulationGrid(props: PopulationGridProps) {
  const { caption, typed, figures, wrong, readOnly, describedBy, onChange } = props;
  const { t } = useTranslation('population');
  const formats = useFormats();
  const grid = useRef<HTMLTableElement>(null);
  const sexName = (sex: PopulationSex): string => (sex === 'all' ? t('bothSexes') : t(codeTextKey('SEX', sex)));
  const ageName = (age: PopulationAge): string => {
    if (age === 'all') return t('allAges');
    return isSum(age) ? t(`tables:lines.${age}`) : t(`tables:bands.${age}`);
  };
  const onBlur = (key: string) => {
    const persons = readPersons(typed.get(key) ?? '', decimalSign(formats));
    if (persons !== null) onChange(withCell(typed, key, formats.number(persons, 0)));
  };
  const onPaste = (event: ClipboardEvent, sex: PopulationSex, age: PopulationAge) => {
    const text = event.clipboardData.getData('text/plain');
    if (readOnly || !/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    onChange(pasted(typed, { sex, age }, text));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>, row: number, column: number) => {
    const down = event.key === 'ArrowDown' || (event.key === 'Enter' && !event.shiftKey);
    const up = event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey);
    if ((!down && !up) || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    const next = grid.current?.querySelector<HTMLInputElement>(`[data-cell="${row + (down ? 1 : -1)} ${column}"]`);
    next?.focus();
    next?.select();
  };
  return (
    <table className={classes.grid} ref={grid}>
      <caption className={classes.heard}>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('tables:dimensions.ageGroup')}</th>
          {populationSexes.map((sex) => (
            <th className={classes.number} key={sex} scope="col">
              {sexName(sex)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {populationAges.map((age, row) => (
          <tr data-sum={isSum(age) || undefined} key={age}>
            <th scope="row">{ageName(age)}</th>
            {populationSexes.map((sex, column) => {
              const key = cellKey(sex, age);
              const follows = figures.get(key);
              return (
                <td key={sex}>
                  <input
                    aria-describedby={wrong.has(key) ? describedBy : undefined}
                    aria-invalid={wrong.has(key) || undefined}
                    aria-label={t('cell', { age: ageName(age), sex: sexName(sex) })}
                    autoComplete="off"
                    className={classes.cell}
                    data-cell={`${row} ${column}`}
                    inputMode="numeric"
                    onBlur={() => onBlur(key)}
                    onChange={(event) => onChange(withCell(typed, key, event.currentTarget.value))}
                    onKeyDown={(event) => onKeyDown(event, row, column)}
                    onPaste={(event) => onPaste(event, sex, age)}
                    placeholder={follows === undefined ? '' : formats.number(follows, 0)}
                    readOnly={readOnly}
                    value={typed.get(key) ?? ''}
                  />
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
