import { useTranslation } from 'react-i18next';
import type { TableBetrayal } from '#shared/contract/publication.ts';
import { callPeriod, callTable } from '#shared/statistics/catalogue/table-called.ts';
import { statisticText } from '#shared/statistics/catalogue/table-text.ts';
import { useSession } from '../../api/session.ts';
import { useFormats } from '../../i18n/use-formats.ts';

/** What publications are called in the language of the screen. */
export function usePublicationWords() {
  const { t } = useTranslation(['publications', 'tables', 'statistics']);
  const formats = useFormats();
  const { kind: register } = useSession().register;
  const say = {
    t: (key: string, params?: Readonly<Record<string, string | number>>) => t(key, params ?? {}),
    date: formats.date,
  };
  const table = (name: string): string => callTable(register, name, say);
  const period = (text: string): string => callPeriod(text, say);
  const what = (statistic: string | null): string =>
    statistic === null
      ? t('publications:list.summary')
      : [t(statisticText({ register, id: statistic })), ...(statistic.startsWith('D-') ? [statistic] : [])].join(' ');
  return {
    what,
    /** A year, half a year in months, or two days. */
    period,
    /** T16.main as people call it: code and title. */
    table,
    /** What stands in the way of a table; itself it is not named twice. */
    betrayal: ({ table: name, reason, earlier }: TableBetrayal): string =>
      t(`publications:reasons.${reason}`, {
        table: table(name),
        earlier: earlier
          .map(({ at, ...each }) => {
            const facts = {
              table: each.table === name ? (name.split('.')[0] ?? name) : table(each.table),
              period: period(each.period),
            };
            return at === null
              ? t('publications:reasons.beside', facts)
              : t('publications:reasons.earlier', { ...facts, date: formats.date(at) });
          })
          .join(', '),
      }),
    /** In groups of four, as it is printed. */
    digest: (digest: string): string => (digest.toUpperCase().match(/.{4}/g) ?? []).join('-'),
  };
}
