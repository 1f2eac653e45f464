import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/contract.ts';
import { call } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { useSaveFile } from '../../api/use-save-file.ts';
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
  const { busy, written, thrown, save } = useSaveFile<Output<'exchange.template'>>();
  const [entity, setEntity] = useState(entities[0]?.value ?? '');

  const saveTemplate = () =>
    save({ purpose: 'csv', suggestedName: `${entity}.csv` }, (file) =>
      call('exchange.template', { kind: register.kind, entity, language, file }),
    );
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
          <Button variant="default" loading={busy !== null} onClick={() => void saveTemplate()}>
            {t('exchange:template.submit')}
          </Button>
        </FieldActions>
        {written !== null && <Notice tone="good" title={t('exchange:template.done', { file: written.file ?? '' })} />}
        <FailureNotice text={text(thrown)} />
      </FieldRows>
    </Panel>
  );
}
