import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupContents } from '#shared/contract/exchange.ts';
import { entityTextKey } from '#shared/dictionary/text-keys.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import { loadTextsOf } from '../../i18n/texts.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useSize } from '../../i18n/use-size.ts';
import { DataList } from '../../ui/data-list.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';

/** Before anybody has signed in no register is open: the record types of a backup are named in the words of its kind. */
function useWordsOf(kind: RegisterKind): void {
  useEffect(() => void loadTextsOf(kind), [kind]);
}

/** What a verified backup holds. */
export function ContentsList({ contents }: { contents: BackupContents }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const size = useSize();
  useWordsOf(contents.kind);
  return (
    <DataList
      items={[
        [t('backup:contents.institution'), contents.institution],
        [t('backup:contents.country'), formats.country(contents.country)],
        [t('backup:contents.createdAt'), formats.dateTime(contents.createdAt)],
        [t('backup:contents.records'), <Counts key="counts" contents={contents} />],
        [t('backup:contents.size'), size(contents.bytes)],
        [t('backup:contents.seal'), `${contents.seal.entry} · ${contents.seal.mark}`],
      ]}
    />
  );
}

function Counts({ contents }: { contents: BackupContents }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return Object.entries(contents.counts)
    .map(([entity, count]) => `${t(entityTextKey(contents.kind, entity), { count })}: ${formats.number(count)}`)
    .join(' · ');
}

type ComparisonProps = { backup: BackupContents; present: BackupContents | null };

/** The backup beside what it would replace, before anything is replaced. */
export function Comparison({ backup, present }: ComparisonProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  useWordsOf(backup.kind);
  const rows: readonly (readonly [string, string, string])[] = [
    [t('backup:contents.institution'), backup.institution, present?.institution ?? '–'],
    [
      t('backup:contents.lastEntry'),
      formats.dateTime(backup.createdAt),
      present === null ? '–' : formats.dateTime(present.createdAt),
    ],
    ...Object.keys(backup.counts).map((entity): readonly [string, string, string] => [
      t(entityTextKey(backup.kind, entity), { count: 100 }),
      formats.number(backup.counts[entity] ?? 0),
      present === null ? '–' : formats.number(present.counts[entity] ?? 0),
    ]),
    [
      t('backup:contents.seal'),
      `${backup.seal.entry} · ${backup.seal.mark}`,
      present === null ? '–' : `${present.seal.entry} · ${present.seal.mark}`,
    ],
  ];
  return (
    <SimpleTable
      caption={t('backup:restore.comparison')}
      rows={rows}
      rowKey={([name]) => name}
      columns={[
        { key: 'name', title: '', cell: ([name]) => name },
        { key: 'backup', title: t('backup:restore.inBackup'), cell: ([, held]) => held },
        { key: 'present', title: t('backup:restore.inFolder'), cell: ([, , there]) => there },
      ]}
    />
  );
}
