/** What a filter of the data-quality page says, as a pill of the list. */
import { useTranslation } from 'react-i18next';
import type { RecordFilter } from '#shared/contract/list-query.ts';
import type { QualityFilter } from '#shared/contract/quality-filter.ts';
import type { RegisterIndex } from '#shared/dictionary/register-index.ts';
import { answerTextKey } from '#shared/dictionary/text-keys.ts';
import { parsePeriod } from '#shared/statistics/period.ts';
import { lateAfterDays } from '#shared/statistics/quality/delays.ts';
import { useProcedure } from '../../../api/query.ts';
import { useHasRole } from '../../../api/session.ts';
import { useWords } from '../texts/use-words.ts';

type Counted = Extract<QualityFilter, { kind: 'counted' }>;

/** Texts of quality filters; names of officers are asked for only where a filter names one. */
export function useQualityText(
  index: RegisterIndex,
  entity: string,
  filters: readonly RecordFilter[],
): (filter: QualityFilter) => string | null {
  const { t } = useTranslation();
  const words = useWords();
  const isSupervisor = useHasRole()('supervisor');
  const namesOfficer = filters.some(
    (filter) => filter.kind === 'counted' && filter.by === 'officer' && filter.line !== null,
  );
  const accounts = useProcedure('account.list', {}, { enabled: namesOfficer && isSupervisor }).data?.accounts ?? [];
  const declared = index.register.quality[entity];
  if (declared === undefined) return () => null;

  const labelOf = (id: string): string => {
    const owner = index.ownerOf(id);
    return owner === undefined ? id : words.label({ entity: owner, id });
  };
  const lineName = ({ by, line }: Counted): string => {
    if (line === null || by === null) return '';
    if (line === '') return t(`quality:notStated.${by}`);
    if (by === 'year') return line;
    if (by === 'officer') return accounts.find(({ id }) => id === line)?.displayName ?? '…';
    return words.code(index.field(entity, declared.office).list ?? '', line);
  };
  const counted = (filter: Counted): string => {
    const { period, own, by, line } = filter;
    const days = period === null ? null : parsePeriod(period);
    const parts = [
      days === null
        ? null
        : t('quality:pill.registered', { from: words.formats.date(days.from), to: words.formats.date(days.to) }),
      own ? t('quality:pill.own') : null,
      by === null || line === null ? null : `${t(`quality:by.${by}`)}: ${lineName(filter)}`,
    ];
    return [t('quality:pill.counted'), ...parts.filter((part) => part !== null)].join(' · ');
  };

  return (filter) => {
    switch (filter.kind) {
      case 'counted':
        return counted(filter);
      case 'counted-answer': {
        const { field, section, core, answer } = filter;
        const all = t(core ? 'quality:pill.anyCoreField' : 'quality:pill.anyField');
        const place = field !== null ? labelOf(field) : section !== null ? `${words.section(section)} (${all})` : all;
        return `${place}: ${t(answerTextKey(answer))}`;
      }
      case 'delay':
        return `${labelOf(filter.field)}: ${t(`quality:delay.${filter.measure}`, { days: lateAfterDays })}`;
      case 'finding': {
        const state = filter.confirmed === undefined ? 'any' : filter.confirmed ? 'confirmed' : 'open';
        return `${filter.rule ?? t('quality:pill.anyRule')}: ${t(`quality:finding.${state}`)}`;
      }
    }
  };
}
