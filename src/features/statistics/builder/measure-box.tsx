import { Select } from '@mantine/core';
import {
  type DesignField,
  type DesignMeasure,
  type DesignOffer,
  type DesignQuantity,
  shareBases,
  type TableDesign,
} from '#shared/contract/table-design.ts';
import { Box } from './box.tsx';
import { fieldsAround, type OfferedField, type OfferedUnit } from './offer.ts';
import type { DesignWords } from './use-design-words.ts';

type MeasureBoxProps = {
  offer: DesignOffer;
  unit: OfferedUnit;
  design: TableDesign;
  words: DesignWords;
  onChange: (measure: DesignMeasure) => void;
};

const ofQuantity = ['sum', 'mean', 'median', 'quartiles'] as const;
const daysBetween = 'days';
const keyOf = ({ entity, field }: DesignField): string => `${entity}.${field}`;
const placeOf = ({ entity, id }: OfferedField): DesignField => ({ entity, field: id });

/** What each cell says: how many, what share, or a figure of the units that stand in it. */
export function MeasureBox({ offer, unit, design, words, onChange }: MeasureBoxProps) {
  const { t } = words;
  const { measure } = design;
  const fields = fieldsAround(offer, unit);
  const numbers = fields.filter(({ type }) => type === 'number');
  const dates = fields.filter(({ type }) => type === 'date');
  const [start, end] = dates;
  const first = numbers[0];
  const usual: DesignQuantity | null =
    first !== undefined
      ? { from: 'number', ...placeOf(first) }
      : start !== undefined && end !== undefined
        ? { from: 'dates', start: placeOf(start), end: placeOf(end) }
        : null;
  const measures = new Map<string, DesignMeasure>([
    ['count', { of: 'count' }],
    ...shareBases.map((base): [string, DesignMeasure] => [`percent.${base}`, { of: 'percent', base }]),
    ...unit.distinct.map((what): [string, DesignMeasure] => [`distinct.${what}`, { of: 'distinct', what }]),
    ...(usual === null
      ? []
      : ofQuantity.map((of): [string, DesignMeasure] => [
          of,
          { of, quantity: 'quantity' in measure ? measure.quantity : usual },
        ])),
  ]);
  return (
    <Box empty="" hasContent title={t('builder:box.measure')}>
      <Select
        allowDeselect={false}
        aria-label={t('builder:box.measure')}
        data={[...measures.keys()].map((value) => ({ value, label: t(`design:measures.${value}`) }))}
        onChange={(key) => {
          const chosen = measures.get(key ?? '');
          if (chosen !== undefined) onChange(chosen);
        }}
        value={measureKey(measure)}
        w="100%"
      />
      {'quantity' in measure && (
        <QuantityChoice
          dates={dates}
          numbers={numbers}
          onChange={(quantity) => onChange({ ...measure, quantity })}
          quantity={measure.quantity}
          words={words}
        />
      )}
    </Box>
  );
}

function measureKey(measure: DesignMeasure): string {
  if (measure.of === 'percent') return `percent.${measure.base}`;
  return measure.of === 'distinct' ? `distinct.${measure.what}` : measure.of;
}

type QuantityChoiceProps = {
  quantity: DesignQuantity;
  numbers: readonly OfferedField[];
  dates: readonly OfferedField[];
  words: DesignWords;
  onChange: (quantity: DesignQuantity) => void;
};

/** A number of the unit, or the days between two of its dates. */
function QuantityChoice({ quantity, numbers, dates, words, onChange }: QuantityChoiceProps) {
  const { t } = words;
  const choiceOf = (field: OfferedField) => ({ value: keyOf(placeOf(field)), label: words.field(placeOf(field)) });
  const find = (fields: readonly OfferedField[], key: string | null): DesignField | null => {
    const found = fields.find((field) => keyOf(placeOf(field)) === key);
    return found === undefined ? null : placeOf(found);
  };
  const [start, end] = dates;
  const choose = (key: string | null): void => {
    if (key === daysBetween && start !== undefined && end !== undefined) {
      onChange({ from: 'dates', start: placeOf(start), end: placeOf(end) });
    }
    const number = find(numbers, key);
    if (number !== null) onChange({ from: 'number', ...number });
  };
  return (
    <>
      <Select
        allowDeselect={false}
        comboboxProps={{ width: 340, position: 'bottom-start' }}
        data={[
          ...numbers.map(choiceOf),
          ...(end === undefined ? [] : [{ value: daysBetween, label: t('design:daysBetween') }]),
        ]}
        label={t('builder:quantity')}
        onChange={choose}
        searchable
        value={quantity.from === 'number' ? keyOf(quantity) : daysBetween}
        w="100%"
      />
      {quantity.from === 'dates' &&
        (['start', 'end'] as const).map((which) => (
          <Select
            allowDeselect={false}
            comboboxProps={{ width: 340, position: 'bottom-start' }}
            data={dates.map(choiceOf)}
            key={which}
            label={t(`builder:days.${which}`)}
            onChange={(key) => {
              const date = find(dates, key);
              if (date !== null) onChange({ ...quantity, [which]: date });
            }}
            searchable
            value={keyOf(quantity[which])}
            w="100%"
          />
        ))}
    </>
  );
}
