import { Select } from '@mantine/core';
import { useState } from 'react';
import type { StatisticTable } from '#shared/contract/statistics.ts';
import type { TableDesign } from '#shared/contract/table-design.ts';
import { StatisticResult } from '../statistic-result.tsx';
import own from './builder.module.css';
import type { DesignWords } from './use-design-words.ts';

type BuiltTablesProps = {
  tables: readonly StatisticTable[];
  /** Of these tables; null while they are those of the design before. */
  design: TableDesign | null;
  words: DesignWords;
};

const whole = '';

/** The table; of one with a layer the one of the line that is looked at, all lines first. */
export function BuiltTables({ tables, design, words }: BuiltTablesProps) {
  const { t } = words;
  const [line, setLine] = useState(whole);
  const shown = tables.find(({ part }) => (part ?? whole) === line) ?? tables[0];
  const layer = tables.find(({ designed }) => designed?.layer)?.designed?.layer;
  if (shown === undefined) return null;
  return (
    <>
      {layer && (
        <Select
          allowDeselect={false}
          className={own.layer}
          data={tables.map(({ part, designed }) => ({
            value: part ?? whole,
            label: designed?.layer ? words.say(designed.layer.line) : t('design:all'),
          }))}
          label={words.say(layer.dimension)}
          onChange={(next) => setLine(next ?? whole)}
          searchable
          value={shown.part ?? whole}
        />
      )}
      <StatisticResult
        design={design ?? undefined}
        hasTrend={false}
        isOneOfSeveral={shown.part !== null}
        table={shown}
      />
    </>
  );
}
