import { useTranslation } from 'react-i18next';
import { useProcedure } from '../../api/query.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useSize } from '../../i18n/use-size.ts';
import { Panel } from '../../ui/page.tsx';

/** How many records the figures are counted from and what that takes of the memory; a panel of the settings. */
export function ColumnsHeld() {
  const { t } = useTranslation('columns');
  const formats = useFormats();
  const size = useSize();
  // Asked anew whenever the page is opened; while the records are still being read there is nothing to say.
  const { data } = useProcedure('statistics.held', {}, { forget: true });
  return (
    <Panel note={t('note')} title={t('title')}>
      {data === undefined ? null : (
        <p aria-live="polite">
          {t('held', {
            count: data.records + data.drafts,
            number: formats.number(data.records + data.drafts),
            size: size(data.bytes),
          })}
        </p>
      )}
    </Panel>
  );
}
