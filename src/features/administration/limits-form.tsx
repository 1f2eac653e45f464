import { Button, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/contract.ts';
import { isWithinBounds } from '#shared/dictionary/limits.ts';
import { registerOf } from '#shared/dictionary/registers.ts';
import { limitTextKey } from '#shared/dictionary/text-keys.ts';
import { useCall } from '../../api/query.ts';
import { useSession } from '../../api/session.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { FieldActions, FieldRow, FieldRows } from '../../ui/field-row.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/page.tsx';

type LimitsFormProps = { limits: Output<'settings.get'>['limits'] };

/** An emptied box is no number, and nothing that could be saved. */
const numberOf = (typed: string | number): number => (typed === '' ? Number.NaN : Number(typed));

/** The numbers that rules of this register measure by, each within the bounds that its declaration sets. */
export function LimitsForm({ limits }: LimitsFormProps) {
  const { t } = useTranslation();
  const text = useFailureText();
  const { kind } = useSession().register;
  const save = useCall('settings.set', ['settings.get', 'quality.table']);
  const [typed, setTyped] = useState<Readonly<Record<string, string | number>>>({});
  const rows = Object.entries(registerOf(kind).limits ?? {}).map(([name, declared]) => {
    const shown = typed[name] ?? limits[name] ?? declared.delivered;
    return { name, declared, shown, isRight: isWithinBounds(declared, numberOf(shown)) };
  });
  const changed = rows.filter(({ name, shown }) => numberOf(shown) !== limits[name]);
  const isReady = changed.length > 0 && rows.every(({ isRight }) => isRight);
  const change = (name: string, value: string | number) => {
    save.reset();
    setTyped({ ...typed, [name]: value });
  };
  const submit = () =>
    save.mutate({ limits: Object.fromEntries(changed.map(({ name, shown }) => [name, numberOf(shown)])) });

  return (
    <Panel note={t('limits:note', { quality: t('quality:title') })} title={t('limits:title')}>
      <FieldRows>
        {rows.map(({ name, declared: { rule, delivered, least, most, unit }, shown, isRight }) => (
          <FieldRow
            key={name}
            error={isRight ? null : t('limits:wrong', { least, most })}
            hint={t(`limits:bounds.${unit}`, { least, most, delivered, rule })}
            label={t(limitTextKey(kind, name))}
          >
            {(control) => (
              <NumberInput
                {...control}
                allowDecimal={false}
                allowNegative={false}
                // A number out of bounds is said to be one, not silently replaced by another.
                clampBehavior="none"
                error={!isRight}
                max={most}
                min={least}
                onChange={(value) => change(name, value)}
                value={shown}
                w={120}
              />
            )}
          </FieldRow>
        ))}
        <FieldActions>
          <Button disabled={!isReady} loading={save.isPending} onClick={submit}>
            {t('common:save')}
          </Button>
          {save.isSuccess ? <span role="status">{t('administration:settings.saved')}</span> : null}
        </FieldActions>
      </FieldRows>
      <FailureNotice text={text(save.error)} />
    </Panel>
  );
}
