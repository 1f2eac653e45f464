import { Button, List } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/page.tsx';

type FinishStepProps = { onFinished: () => void };

export function FinishStep({ onFinished }: FinishStepProps) {
  const { t } = useTranslation();
  return (
    <Panel title={t('setup:finish.title')} note={t('setup:finish.note')}>
      <List spacing="xs" mb="lg">
        <List.Item>{t('setup:finish.sheets')}</List.Item>
        <List.Item>{t('setup:finish.accounts')}</List.Item>
        <List.Item>{t('setup:finish.backup')}</List.Item>
      </List>
      <Button onClick={onFinished}>{t('setup:finish.open')}</Button>
    </Panel>
  );
}
