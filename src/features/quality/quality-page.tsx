import { Button, Select, Tabs } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QualityTable } from '#shared/contract/quality.ts';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import { entityTextKey } from '#shared/dictionary/text-keys.ts';
import { type ReportPart, reportParts } from '#shared/statistics/quality/terms.ts';
import { useProcedure } from '../../api/query.ts';
import { useHasRole, useSession } from '../../api/session.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { useFormats, useLanguage } from '../../i18n/use-formats.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { useKeyHints } from '../../ui/key-hints.tsx';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { Page, PageHeader } from '../../ui/page.tsx';
import { periodText, usualPeriod } from '../../ui/period-choice.ts';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { DelayTable } from './delay-table.tsx';
import { FieldTable } from './field-table.tsx';
import { FigureLinksContext, linksOf } from './figure-links.ts';
import { LineTable } from './line-table.tsx';
import classes from './quality.module.css';
import { type QualityChoice, QualityChoices, QualityFacts } from './quality-choices.tsx';
import { QualityNotes } from './quality-notes.tsx';
import { RuleTable } from './rule-table.tsx';
import { SectionTable } from './section-table.tsx';
import { useQualityFile } from './use-quality-file.ts';
import { useQualityWords } from './use-quality-words.ts';

interface Chosen extends QualityChoice {
  readonly part: ReportPart;
}

/** What was last looked at in a register, as long as the window stands. */
let lastChosen: { readonly register: string; readonly chosen: Chosen } | null = null;

function useChosen() {
  const { register } = useSession();
  const [chosen, setChosen] = useState<Chosen>(() =>
    lastChosen?.register === register.id
      ? lastChosen.chosen
      : {
          entity: indexOfKind(register.kind).roots[0]?.id ?? '',
          period: { ...usualPeriod(new Date()), kind: 'all' },
          by: null,
          line: null,
          language: null,
          part: 'fields',
        },
  );
  const choose = (part: Partial<Chosen>) => {
    lastChosen = { register: register.id, chosen: { ...chosen, ...part } };
    setChosen(lastChosen.chosen);
  };
  return [chosen, choose] as const;
}

/** T44: filled, unknown and missing answers, delays and findings of the rules; every number opens its records. */
export function QualityPage() {
  const { t } = useTranslation();
  const formats = useFormats();
  const screenLanguage = useLanguage();
  const { register } = useSession();
  const [chosen, choose] = useChosen();
  const period = periodText(chosen.period, formats);
  const isReadable = chosen.period.kind === 'all' || period !== null;
  const question = { entity: chosen.entity, period, by: chosen.by, line: chosen.line };
  const query = useProcedure('quality.table', question, { enabled: isReadable, keepPrevious: true });
  const file = useQualityFile();
  const failure = useFailureText();
  const language = chosen.language ?? screenLanguage;
  const write = (format: 'pdf' | 'csv') => {
    if (isReadable) file.write({ ...question, language, format });
  };
  useShortcut('print', () => write('pdf'));
  useKeyHints(['print']);
  const mayRead = useHasRole()('officer', 'supervisor');
  const table = isReadable && query.error === null ? query.data : undefined;

  return (
    <Page fill>
      <PageHeader
        actions={
          <>
            <Button disabled={!isReadable} loading={file.busy === 'csv'} onClick={() => write('csv')} variant="default">
              {t('statistics:write.csv')}
            </Button>
            <Button
              disabled={!isReadable}
              loading={file.busy === 'pdf'}
              onClick={() => write('pdf')}
              rightSection={<KeyHint of="print" />}
            >
              {t('statistics:write.pdf')}
            </Button>
          </>
        }
        title={t('quality:subtitle', { entity: t(entityTextKey(register.kind, chosen.entity), { count: 100 }) })}
      />
      <FailureNotice text={failure(query.error ?? file.thrown)} />
      {file.written !== null && <Notice title={t('statistics:write.done', { file: file.written })} tone="good" />}
      <div className={classes.columns}>
        <div className={classes.maker}>
          <QualityChoices choice={chosen} isReadable={isReadable} language={language} onChange={choose} />
          {table !== undefined && (
            <FigureLinksContext value={linksOf(table, mayRead)}>
              <QualityFacts table={table} />
            </FigureLinksContext>
          )}
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard. */}
        <section aria-busy={query.isFetching} aria-label={t('quality:title')} className={classes.result} tabIndex={0}>
          <p className={classes.internal}>
            {t('quality:internal')} {chosen.by === 'officer' ? t('quality:staff') : null}
            {table?.scope === 'own' ? t('quality:ownOnly') : null}
          </p>
          {isReadable && query.isPending && <p className={classes.quiet}>{t('quality:counting')}</p>}
          {!isReadable && <p className={classes.quiet}>{t('quality:choosePeriod')}</p>}
          {table !== undefined && <Report chosen={chosen} choose={choose} table={table} />}
        </section>
      </div>
    </Page>
  );
}

type ReportProps = { table: QualityTable; chosen: Chosen; choose: (part: Partial<Chosen>) => void };

function Report({ table, chosen, choose }: ReportProps) {
  const { t } = useTranslation('quality');
  const words = useQualityWords();
  const mayRead = useHasRole()('officer', 'supervisor');
  const { by } = table;
  const [whole] = table.lines;
  const shown = table.lines.find(({ key }) => key === table.line) ?? whole;
  if (whole === undefined || shown === undefined || whole.records === 0) {
    return (
      <EmptyState title={t('empty')}>
        <p>{t('emptyNote')}</p>
      </EmptyState>
    );
  }
  const parts = reportParts.filter((part) => part !== 'lines' || by !== null);
  const part = parts.includes(chosen.part) ? chosen.part : 'fields';
  return (
    <FigureLinksContext value={linksOf(table, mayRead)}>
      <Tabs onChange={(next) => choose({ part: parts.find((each) => each === next) ?? 'fields' })} value={part}>
        <div className={classes.tabs}>
          <Tabs.List aria-label={t('tab.label')}>
            {parts.map((each) => (
              <Tabs.Tab key={each} value={each}>
                {each === 'lines' && by !== null ? t(`tab.lines.${by}`) : t(`tab.${each}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {by === null || part === 'lines' || part === 'delays' ? null : (
            <Select
              allowDeselect={false}
              aria-label={t(`by.${by}`)}
              className={classes.line}
              data={table.lines.map((line) => ({ value: keyText(line.key), label: words.line(by, line) }))}
              onChange={(text) => choose({ line: lineOfText(text) })}
              value={keyText(table.line)}
            />
          )}
        </div>
        <Tabs.Panel value={part}>
          {part === 'lines' && by !== null && (
            <LineTable by={by} onChoose={(line) => choose({ line, part: 'fields' })} table={table} />
          )}
          {part === 'fields' && <FieldTable table={table} />}
          {part === 'sections' && <SectionTable table={table} whole={shown} />}
          {part === 'delays' && <DelayTable line={shown} table={table} />}
          {part === 'rules' && <RuleTable mayRead={mayRead} table={table} />}
          <QualityNotes part={part} />
        </Tabs.Panel>
      </Tabs>
    </FigureLinksContext>
  );
}

/** A choice needs a text: all lines are none of them, and a line may be empty where nothing is stated. */
const keyText = (key: string | null): string => (key === null ? 'all' : `=${key}`);
const lineOfText = (text: string | null): string | null => (text === null || text === 'all' ? null : text.slice(1));
