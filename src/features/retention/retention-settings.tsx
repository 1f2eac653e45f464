import { ActionIcon, Button, NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/contract.ts';
import { useCall, useProcedure } from '../../api/query.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { FieldActions, FieldGroupRow, FieldRow, FieldRows } from '../../ui/field-row.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/page.tsx';
import styles from './retention.module.css';
import { useRecordNames } from './use-record-names.ts';

type Periods = Output<'retention.get'>;

const longestYears = 150;
const longestMonths = 600;

/** How long records and backups are kept; a panel of the settings. */
export function RetentionSettings() {
  const text = useFailureText();
  const periods = useProcedure('retention.get', {});
  return (
    <>
      <FailureNotice text={text(periods.error)} />
      {periods.data === undefined ? null : <PeriodForm periods={periods.data} />}
    </>
  );
}

/** An emptied box is no period. */
const yearsOf = (typed: string | number): number | null => (typed === '' ? null : Number(typed));

function PeriodForm({ periods }: { periods: Periods }) {
  const { t } = useTranslation('retention');
  const text = useFailureText();
  const save = useCall('retention.set', ['retention.get', 'retention.due']);
  const [edited, setEdited] = useState(periods);
  const change = (changed: Partial<Periods>) => {
    save.reset();
    setEdited({ ...edited, ...changed });
  };
  const submit = () => {
    const removed = Object.keys(periods.institutions).filter((code) => !(code in edited.institutions));
    const institutions = { ...edited.institutions, ...Object.fromEntries(removed.map((code) => [code, null])) };
    save.mutate({ ...edited, lawBasis: edited.lawBasis.trim(), institutions });
  };
  const isReady = edited.backupMonths >= 1 && edited.backupMonths <= longestMonths;
  return (
    <Panel note={t('settings.note')} title={t('settings.title')}>
      <FieldRows>
        <FieldRow hint={t('settings.yearsHint')} label={t('settings.years')}>
          {(control) => (
            <NumberInput
              {...control}
              allowDecimal={false}
              clampBehavior="strict"
              max={longestYears}
              min={1}
              onChange={(typed) => change({ years: yearsOf(typed) })}
              value={edited.years ?? ''}
              w={120}
            />
          )}
        </FieldRow>
        <FieldGroupRow hint={t('settings.institutionsHint')} label={t('settings.institutions')}>
          <InstitutionPeriods
            institutions={edited.institutions}
            onChange={(institutions) => change({ institutions })}
          />
        </FieldGroupRow>
        <FieldRow hint={t('settings.lawBasisHint')} label={t('settings.lawBasis')}>
          {(control) => (
            <TextInput
              {...control}
              maxLength={300}
              onChange={(event) => change({ lawBasis: event.currentTarget.value })}
              value={edited.lawBasis}
            />
          )}
        </FieldRow>
        <FieldRow hint={t('settings.backupMonthsHint')} label={t('settings.backupMonths')}>
          {(control) => (
            <NumberInput
              {...control}
              allowDecimal={false}
              clampBehavior="strict"
              max={longestMonths}
              min={1}
              onChange={(typed) => change({ backupMonths: Number(typed) })}
              value={edited.backupMonths}
              w={120}
            />
          )}
        </FieldRow>
        <FieldActions>
          <Button disabled={!isReady} loading={save.isPending} onClick={submit}>
            {t('common:save')}
          </Button>
          {save.isSuccess ? <span role="status">{t('settings.saved')}</span> : null}
        </FieldActions>
      </FieldRows>
      <FailureNotice text={text(save.error)} />
    </Panel>
  );
}

type InstitutionPeriodsProps = {
  institutions: Periods['institutions'];
  onChange: (institutions: Periods['institutions']) => void;
};

/** One line per institution with a period of its own, and one to add another. */
function InstitutionPeriods({ institutions, onChange }: InstitutionPeriodsProps) {
  const { t } = useTranslation('retention');
  const formats = useFormats();
  const names = useRecordNames();
  const [code, setCode] = useState<string | null>(null);
  const [years, setYears] = useState<number | null>(null);
  const listed = Object.keys(institutions).sort((a, b) => formats.compare(names.institution(a), names.institution(b)));
  const offered = names.institutions
    .filter((each) => !(each.code in institutions))
    .map((each) => ({ value: each.code, label: names.institution(each.code) }))
    .sort((a, b) => formats.compare(a.label, b.label));
  const add = () => {
    if (code === null || years === null) return;
    onChange({ ...institutions, [code]: years });
    setCode(null);
    setYears(null);
  };
  const remove = (of: string) =>
    onChange(Object.fromEntries(Object.entries(institutions).filter(([other]) => other !== of)));
  return (
    <div className={styles.periods}>
      {listed.map((each) => (
        <div className={styles.period} key={each}>
          <span className={styles.periodName}>{names.institution(each)}</span>
          <span>{t('settings.yearsUnit', { count: institutions[each] ?? 0 })}</span>
          <ActionIcon
            aria-label={t('settings.removeInstitution', { name: names.institution(each) })}
            color="gray"
            onClick={() => remove(each)}
            variant="subtle"
          >
            ×
          </ActionIcon>
        </div>
      ))}
      <div className={styles.period}>
        <Select
          aria-label={t('settings.institution')}
          className={styles.periodName}
          data={offered}
          nothingFoundMessage={t('common:nothingFound')}
          onChange={setCode}
          placeholder={t('settings.institution')}
          searchable
          value={code}
        />
        <NumberInput
          allowDecimal={false}
          aria-label={t('settings.institutionYears')}
          clampBehavior="strict"
          max={longestYears}
          min={1}
          onChange={(typed) => setYears(yearsOf(typed))}
          placeholder={t('settings.institutionYears')}
          value={years ?? ''}
          w={96}
        />
        <Button disabled={code === null || years === null} onClick={add} variant="default">
          {t('settings.addInstitution')}
        </Button>
      </div>
    </div>
  );
}
