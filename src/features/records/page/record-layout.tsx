import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldRef, RuleContext } from '#shared/records/record.ts';
import { useFailureText } from '../../../api/use-failure-text.ts';
import { useKeyHints } from '../../../ui/key-hints.tsx';
import { FailureNotice, Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { useShortcut } from '../../../ui/use-shortcut.ts';
import { inputId } from '../editor/field-key.ts';
import type { Saver } from '../editor/saver.ts';
import { useEditor, useFormTools } from '../form/form-context.ts';
import { SectionForm } from '../form/section-form.tsx';
import { useRecordNavigation } from '../use-record-navigation.ts';
import { BinNotice } from './bin-notice.tsx';
import { HelpPanel } from './help-panel.tsx';
import { RecordDialogs } from './record-dialogs.tsx';
import { RecordHeader } from './record-header.tsx';
import classes from './record-page.module.css';
import { SaveFailure } from './save-failure.tsx';
import { SectionList } from './section-list.tsx';
import { useEscape } from './use-escape.ts';
import { useRecordActions } from './use-record-actions.ts';

type RecordLayoutProps = { saver: Saver; context: RuleContext };

type Place = {
  readonly section: string;
  readonly target: FieldRef | null;
  readonly focus: 'first' | 'last' | 'target' | 'none';
};

/** Sections, the fields of one of them, and what they mean. */
export function RecordLayout({ saver, context }: RecordLayoutProps) {
  const { t } = useTranslation('records');
  const { store, model } = useFormTools();
  const entity = useEditor((state) => state.meta.entity);
  const { openList } = useRecordNavigation();
  const [place, setPlace] = useState<Place>({ section: model.sections[0]?.id ?? '', target: null, focus: 'first' });
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [printed, setPrinted] = useState<{ readonly file: string; readonly pages: number } | null>(null);
  const form = useRef<HTMLDivElement>(null);

  const goTo = (target: FieldRef) =>
    setPlace({ section: model.sectionOf(target) ?? place.section, target, focus: 'target' });
  const step = (direction: 1 | -1, focus: 'first' | 'last') => {
    const next = model.sections[model.sections.findIndex((section) => section.id === place.section) + direction];
    if (next !== undefined) setPlace({ section: next.id, target: null, focus });
  };
  const leave = () => void saver.save().then(() => openList(entity));
  const actions = useRecordActions({ store, saver, model, context, onJump: goTo, onGone: () => openList(entity) });
  const failure = useFailureText()(actions.thrown);

  // After the section is drawn, the keyboard stands where it was sent.
  useEffect(() => {
    if (place.focus === 'none') return;
    const stops = form.current?.querySelectorAll<HTMLElement>('[data-entry]:not(:disabled)') ?? [];
    const wanted =
      place.focus === 'target' && place.target !== null
        ? document.getElementById(inputId(place.target))
        : stops[place.focus === 'last' ? stops.length - 1 : 0];
    wanted?.focus();
    wanted?.scrollIntoView({ block: 'nearest' });
  }, [place]);

  useShortcut({ key: 's', ctrl: true }, actions.save);
  useShortcut({ key: 'Enter', ctrl: true }, () => store.get().allowed.complete && void actions.complete());
  useShortcut({ key: 'ArrowDown', ctrl: true }, () => step(1, 'first'));
  useShortcut({ key: 'ArrowUp', ctrl: true }, () => step(-1, 'first'));
  useShortcut({ key: 'F2' }, () => setHelpOpen(!isHelpOpen));
  useEscape(() => (isHelpOpen ? setHelpOpen(false) : leave()));
  useKeyHints([
    { keys: 'Enter', text: t('keys.next') },
    { keys: 'F8', text: t('keys.missing') },
    { keys: 'F2', text: t('keys.help') },
    { keys: 'Ctrl ↓', text: t('keys.nextSection') },
    { keys: 'Ctrl S', text: t('keys.save') },
    { keys: 'Esc', text: t('keys.backToList') },
  ]);

  const section = model.sections.find((candidate) => candidate.id === place.section);
  if (section === undefined) return null;
  return (
    <Page fill>
      <RecordHeader actions={actions} onHelp={() => setHelpOpen(!isHelpOpen)} saver={saver} />
      <FailureNotice text={failure} />
      <BinNotice actions={actions} />
      <SaveFailure onSave={actions.save} saver={saver} />
      {printed !== null && <Notice tone="good" title={t('print.done', { file: printed.file, count: printed.pages })} />}
      <div className={classes.columns} data-help={isHelpOpen || undefined}>
        <div className={classes.column}>
          <SectionList
            current={section.id}
            onChoose={(id) => setPlace({ section: id, target: null, focus: 'first' })}
          />
        </div>
        <div className={`${classes.column} ${classes.form}`}>
          <SectionForm
            key={section.id}
            onLeave={(direction) => step(direction, direction === 1 ? 'first' : 'last')}
            ref={form}
            section={section}
            target={place.target}
          />
        </div>
        {/* A long explanation scrolls in itself, by keyboard too. */}
        <aside
          aria-label={t('page.help')}
          className={`${classes.column} ${classes.help} ${classes.helpColumn}`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
          tabIndex={0}
        >
          <HelpPanel section={section.id} />
        </aside>
      </div>
      <RecordDialogs actions={actions} onJump={goTo} onPrinted={(file, pages) => setPrinted({ file, pages })} />
    </Page>
  );
}
