import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { useCall } from '../../api/query.ts';
import { useSession } from '../../api/session.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { useLanguage } from '../../i18n/use-formats.ts';
import { FieldActions, FieldRow, FieldRows } from '../../ui/field-row.tsx';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/page.tsx';
import { useEntities } from './use-entities.ts';

/** An empty file with the right columns and what stands in each. */
export function TemplatePanel() {
  const { t } = useTranslation();
  const text = useFailureText();
  const language = useLanguage();
  const { register } = useSession();
  const entities = useEntities();
  const template = useCall('exchange.template');
  const [entity, setEntity] = useState(entities[0]?.value ?? '');

  const save = async () => {
    const { path } = await call('workstation.choose-save', { purpose: 'csv', suggestedName: `${entity}.csv` });
    if (path !== null) await template.mutateAsync({ kind: register.kind, entity, language, file: path });
  };
  return (
    <Panel title={t('exchange:template.title')} note={t('exchange:template.note')}>
      <FieldRows>
        <FieldRow label={t('exchange:entity')}>
          {(control) => (
            <Select
              {...control}
              data={[...entities]}
              value={entity}
              onChange={(chosen) => setEntity(chosen ?? entity)}
              allowDeselect={false}
            />
          )}
        </FieldRow>
        <FieldActions>
          <Button variant="default" loading={template.isPending} onClick={() => void save().catch(() => undefined)}>
            {t('exchange:template.submit')}
          </Button>
        </FieldActions>
        {template.isSuccess ? (
          <Notice tone="good" title={t('exchange:template.done', { file: template.data.file ?? '' })} />
        ) : null}
        <FailureNotice text={text(template.error)} />
      </FieldRows>
    </Panel>
  );
}
