import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Input } from '#shared/contract/contract.ts';
import { useHasRole } from '../../api/session.ts';
import { Badge } from '../../ui/badge.tsx';

export type View = Input<'statistics.table'>['view'];

type ViewChoiceProps = { view: View; onChange: (view: View) => void };

/** Internal or public in one switch; whoever sees the public view only reads that it is one. */
export function ViewChoice({ view, onChange }: ViewChoiceProps) {
  const { t } = useTranslation('statistics');
  const maySeeInternal = useHasRole()('supervisor', 'analyst');
  if (!maySeeInternal) return <Badge tone="accent">{t('view.public')}</Badge>;
  return (
    <SegmentedControl
      aria-label={t('view.title')}
      color="var(--k-accent)"
      data={[
        { value: 'internal', label: t('view.internal') },
        { value: 'public', label: t('view.public') },
      ]}
      onChange={(next) => onChange(next as View)}
      value={view}
    />
  );
}
