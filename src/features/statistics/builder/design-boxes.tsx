import { useEffect, useId, useRef, useState } from 'react';
import type { StatisticTable } from '#shared/contract/statistics.ts';
import type { DesignOffer, TableDesign } from '#shared/contract/table-design.ts';
import classes from './builder.module.css';
import { ChartBox } from './chart-box.tsx';
import { DimensionBoxes } from './dimension-boxes.tsx';
import { fitting, type Step, withChart } from './draft.ts';
import { FilterBox } from './filter-box.tsx';
import { MeasureBox } from './measure-box.tsx';
import { offeredUnit } from './offer.ts';
import { UnitFields } from './unit-fields.tsx';
import type { DesignWords } from './use-design-words.ts';

type DesignBoxesProps = {
  offer: DesignOffer;
  design: TableDesign;
  /** As it was counted; it decides whether a chart can be divided. */
  table: StatisticTable | undefined;
  words: DesignWords;
  onChange: (design: TableDesign) => void;
};

interface Said {
  readonly text: string;
  readonly isRefusal: boolean;
}

/** Everything that makes the table, and a line that says what changed or why something cannot be. */
export function DesignBoxes({ offer, design, table, words, onChange }: DesignBoxesProps) {
  const { t } = words;
  const help = useId();
  const boxes = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const [focus, setFocus] = useState<string | null>(null);
  // A chip that went to another box is drawn anew there: the keyboard goes with it.
  useEffect(() => {
    if (focus === null) return;
    boxes.current?.querySelector<HTMLElement>(focus)?.focus();
    setFocus(null);
  }, [focus]);
  const unit = offeredUnit(offer, design.unit);
  if (unit === undefined) return null;

  const change = (next: TableDesign): void => onChange(withChart(next));
  const take = (step: Step, text: string, onto: string | null): void => {
    if (typeof step === 'string') {
      setSaid({ text: t(`builder:refused.${step}`), isRefusal: true });
      return;
    }
    change(step);
    setSaid({ text, isRefusal: false });
    setFocus(onto);
  };
  return (
    <div className={classes.boxes} ref={boxes}>
      <UnitFields
        design={design}
        offer={offer}
        onChange={(next) => {
          const fits = fitting(offer, { ...design, unit: next });
          if (fits !== null) onChange(fits);
        }}
        unit={unit}
        words={words}
      />
      <DimensionBoxes design={design} help={help} offer={offer} onStep={take} unit={unit} words={words} />
      <FilterBox design={design} offer={offer} onChange={take} unit={unit} words={words} />
      <MeasureBox
        design={design}
        offer={offer}
        onChange={(measure) => change({ ...design, measure })}
        unit={unit}
        words={words}
      />
      <ChartBox design={design} onChange={(chart) => onChange({ ...design, chart })} table={table} words={words} />
      <p className={classes.said} data-refused={said?.isRefusal || undefined} role="status">
        {said?.text}
      </p>
      <p className={classes.help} id={help}>
        {t('builder:help')}
      </p>
    </div>
  );
}
