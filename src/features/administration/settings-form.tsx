import { Button, Checkbox, NumberInput, Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/contract.ts';
import { useCall } from '../../api/query.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { FieldActions, FieldGroupRow, FieldRow, FieldRows } from '../../ui/field-row.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/page.tsx';

type Settings = Omit<Output<'settings.get'>, 'limits'>;

const thresholds = [3, 5, 10] as const;
const bases = [0, ...thresholds] as const;

export function SettingsForm({ settings }: { settings: Settings }) {
  const { t } = useTranslation();
  const text = useFailureText();
  const save = useCall('settings.set', ['settings.get', 'session.describe', 'statistics.table']);
  const [edited, setEdited] = useState(settings);
  const change = (changed: Partial<Settings>) => {
    save.reset();
    setEdited({ ...edited, ...changed });
  };
  // Rounded to less than the threshold, a small count could be told.
  const changeThreshold = (publicThreshold: Settings['publicThreshold']) => {
    const { publicRounding: base } = edited;
    change({ publicThreshold, publicRounding: base > 0 && base < publicThreshold ? publicThreshold : base });
  };
  const isReady = edited.institution.trim().length >= 2 && edited.idleMinutes >= 1 && edited.idleMinutes <= 120;

  return (
    <>
      <Panel title={t('administration:settings.institutionTitle')}>
        <FieldRows>
          <FieldRow
            label={t('administration:settings.institution')}
            required
            hint={t('administration:settings.institutionHint')}
          >
            {(control) => (
              <TextInput
                {...control}
                value={edited.institution}
                maxLength={200}
                onChange={(event) => change({ institution: event.currentTarget.value })}
              />
            )}
          </FieldRow>
          <FieldRow label={t('administration:settings.office')}>
            {(control) => (
              <TextInput
                {...control}
                value={edited.office}
                maxLength={200}
                onChange={(event) => change({ office: event.currentTarget.value })}
              />
            )}
          </FieldRow>
        </FieldRows>
      </Panel>
      <Panel title={t('administration:settings.workTitle')}>
        <FieldRows>
          <FieldRow
            label={t('administration:settings.idleMinutes')}
            hint={t('administration:settings.idleMinutesHint')}
          >
            {(control) => (
              <NumberInput
                {...control}
                w={120}
                min={1}
                max={120}
                allowDecimal={false}
                value={edited.idleMinutes}
                onChange={(minutes) => change({ idleMinutes: Number(minutes) })}
              />
            )}
          </FieldRow>
          <FieldRow
            label={t('administration:settings.otherSexOffered')}
            hint={t('administration:settings.otherSexOfferedHint')}
          >
            {(control) => (
              <Checkbox
                {...control}
                mt={7}
                checked={edited.otherSexOffered}
                onChange={(event) => change({ otherSexOffered: event.currentTarget.checked })}
              />
            )}
          </FieldRow>
          <FieldGroupRow
            label={t('administration:settings.threshold')}
            hint={t('administration:settings.thresholdHint')}
          >
            <Radio.Group
              value={String(edited.publicThreshold)}
              aria-label={t('administration:settings.threshold')}
              onChange={(value) => changeThreshold(thresholds.find((each) => String(each) === value) ?? 5)}
            >
              <Stack gap={8} pt={6}>
                {thresholds.map((threshold) => (
                  <Radio
                    key={threshold}
                    value={String(threshold)}
                    label={t('administration:settings.thresholdOf', { threshold, largest: threshold - 1 })}
                  />
                ))}
              </Stack>
            </Radio.Group>
          </FieldGroupRow>
          <FieldGroupRow label={t('rounding:setting')} hint={t('rounding:settingHint')}>
            <Radio.Group
              value={String(edited.publicRounding)}
              aria-label={t('rounding:setting')}
              onChange={(value) => change({ publicRounding: bases.find((each) => String(each) === value) ?? 0 })}
            >
              <Stack gap={8} pt={6}>
                {bases.map((base) => (
                  <Radio
                    key={base}
                    value={String(base)}
                    disabled={base > 0 && base < edited.publicThreshold}
                    label={base === 0 ? t('rounding:off') : t('rounding:to', { base })}
                  />
                ))}
              </Stack>
            </Radio.Group>
          </FieldGroupRow>
          <FieldActions>
            <Button
              disabled={!isReady}
              loading={save.isPending}
              onClick={() =>
                save.mutate({ ...edited, institution: edited.institution.trim(), office: edited.office.trim() })
              }
            >
              {t('common:save')}
            </Button>
            {save.isSuccess ? <span role="status">{t('administration:settings.saved')}</span> : null}
          </FieldActions>
        </FieldRows>
      </Panel>
      <FailureNotice text={text(save.error)} />
    </>
  );
}
