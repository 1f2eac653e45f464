import { useTranslation } from 'react-i18next';
import type { Publication, TableBetrayal } from '#shared/contract/publication.ts';
import { statisticText, tableText } from '#shared/statistics/catalogue/table-text.ts';
import { useSession } from '../../api/session.ts';
import { useFormats } from '../../i18n/use-formats.ts';

/** What publications are called in the language of the screen. */
export function usePublicationWords() {
  const { t } = useTranslation(['publications', 'tables']);
  const formats = useFormats();
  const { kind: register } = useSession().register;
  const what = (statistic: string | null): string =>
    statistic === null
      ? t('publications:list.summary')
      : [t(statisticText({ register, id: statistic })), ...(statistic.startsWith('D-') ? [statistic] : [])].join(' ');
  return {
    what,
    /** As it is written: 2025, 2025-H1, or two days. */
    period: ({ from, to, text }: Publication['period']): string =>
      text.includes('..') ? `${formats.date(from)} – ${formats.date(to)}` : text,
    table: (id: string, part: string | null): string => t(tableText({ register, id, part }, 'title')),
    betrayal: ({ table, reason, earlier }: TableBetrayal): string =>
      t(`publications:reasons.${reason}`, {
        table,
        earlier: earlier
          .map(({ at, ...each }) =>
            at === null
              ? t('publications:reasons.beside', each)
              : t('publications:reasons.earlier', { ...each, date: formats.date(at) }),
          )
          .join(', '),
      }),
    /** In groups of four, as it is printed. */
    digest: (digest: string): string => (digest.toUpperCase().match(/.{4}/g) ?? []).join('-'),
  };
}
