import { Radio, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { QualityTable } from '#shared/contract/quality.ts';
import type { Breakdown } from '#shared/contract/quality-filter.ts';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import { entityTextKey } from '#shared/dictionary/text-keys.ts';
import { type Language, languages } from '#shared/languages.ts';
import { useHasRole, useSession } from '../../api/session.ts';
import { languageNames } from '../../i18n/languages-by-name.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { DataList } from '../../ui/data-list.tsx';
import type { PeriodChoice } from '../../ui/period-choice.ts';
import { PeriodFields } from '../../ui/period-fields.tsx';
import { Figure } from './figure.tsx';
import classes from './quality.module.css';

export interface QualityChoice {
  readonly entity: string;
  readonly period: PeriodChoice;
  readonly by: Breakdown | null;
  readonly line: string | null;
  /** null: the language of the screen. */
  readonly language: Language | null;
}

type QualityChoicesProps = {
  choice: QualityChoice;
  language: Language;
  isReadable: boolean;
  onChange: (part: Partial<QualityChoice>) => void;
};

/** What the report is about: kind of record, period, breakdown, and the language of its print. */
export function QualityChoices({ choice, language, isReadable, onChange }: QualityChoicesProps) {
  const { t } = useTranslation();
  const { kind } = useSession().register;
  const seesOfficers = useHasRole()('supervisor', 'auditor');
  const roots = indexOfKind(kind).roots;
  const offered = (['office', 'officer', 'year'] as const).filter((by) => by !== 'officer' || seesOfficers);
  return (
    <>
      {roots.length < 2 ? null : (
        <Radio.Group
          label={t('quality:entity')}
          onChange={(entity) => onChange({ entity, line: null })}
          value={choice.entity}
        >
          {roots.map(({ id }) => (
            <Radio className={classes.choice} key={id} label={t(entityTextKey(kind, id), { count: 100 })} value={id} />
          ))}
        </Radio.Group>
      )}
      <PeriodFields
        choice={choice.period}
        isReadable={isReadable}
        onChange={(period) => onChange({ period, line: null })}
        withAll
      />
      <Select
        allowDeselect={false}
        data={['none' as const, ...offered].map((by) => ({ value: by, label: t(`quality:by.${by}`) }))}
        label={t('quality:breakdown')}
        onChange={(by) => onChange({ by: offered.find((each) => each === by) ?? null, line: null })}
        value={choice.by ?? 'none'}
      />
      <Select
        allowDeselect={false}
        data={languages.map((value) => ({ value, label: languageNames[value] }))}
        label={t('statistics:printLanguage')}
        onChange={(next) => onChange({ language: languages.find((value) => value === next) ?? null })}
        value={language}
      />
    </>
  );
}

type QualityFactsProps = { table: QualityTable };

/** Where the figures come from, and what proves them. */
export function QualityFacts({ table }: QualityFactsProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { lines, draftsLeftOut, extractedAt, changeNumber, seal, digest } = table;
  return (
    <DataList
      items={[
        [
          t('statistics:facts.records'),
          <Figure count={lines[0]?.records ?? 0} filter={null} key="records" line={null} />,
        ],
        [t('statistics:facts.drafts'), formats.number(draftsLeftOut, 0)],
        [t('statistics:facts.extracted'), formats.dateTime(extractedAt)],
        [t('statistics:facts.change'), formats.number(changeNumber, 0)],
        [t('statistics:facts.seal'), `${seal.entry} · ${seal.mark}`],
        [t('statistics:facts.digest'), digest.toUpperCase().replace(/(.{4})(?=.)/g, '$1-')],
      ]}
    />
  );
}
