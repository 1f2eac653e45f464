import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../i18n/use-formats.ts';

const kilobyte = 1024;
const megabyte = kilobyte * 1024;

/** Sizes as the file manager of Windows shows them, so that they can be compared with the limit and the file. */
export function useAttachmentSize(): (bytes: number) => string {
  const { t } = useTranslation();
  const formats = useFormats();
  return (bytes) =>
    bytes >= megabyte
      ? t('common:size.megabytes', { amount: formats.number(bytes / megabyte, 1) })
      : t('common:size.kilobytes', { amount: formats.number(Math.ceil(bytes / kilobyte)) });
}
