import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldRef, RuleContext } from '#shared/records/record.ts';
import { useFailureText } from '../../../api/use-failure-text.ts';
import { useKeyHints } from '../../../ui/key-hints.tsx';
import { FailureNotice, Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import type { ShortcutName } from '../../../ui/shortcuts.ts';
import { useShortcut } from '../../../ui/use-shortcut.ts';
import { CourseView } from '../course/course-view.tsx';
import { useCourseDeclaration } from '../course/use-course.ts';
import { inputId } from '../editor/field-key.ts';
import type { Keeper } from '../editor/keeper.ts';
import type { Saver } from '../editor/saver.ts';
import { useEditor, useFormTools } from '../form/form-context.ts';
import { SectionForm } from '../form/section-form.tsx';
import { SpeedContext } from '../form/speed.ts';
import { useRecordNavigation } from '../use-record-navigation.ts';
import { abandonUntouched } from './abandon-untouched.ts';
import { BinNotice } from './bin-notice.tsx';
import { HelpPanel, type HelpPart } from './help-panel.tsx';
import { KeptNotice } from './kept-notice.tsx';
import { RecordDialogs } from './record-dialogs.tsx';
import { RecordHeader } from './record-header.tsx';
import classes from './record-page.module.css';
import { SaveFailure } from './save-failure.tsx';
import { SectionList } from './section-list.tsx';
import { SpeedBar } from './speed-bar.tsx';
import { useCopyBefore } from './use-copy-before.ts';
import { useEscape } from './use-escape.ts';
import { useRecordActions } from './use-record-actions.ts';
import { useSpeedMode } from './use-speed-mode.ts';

/** What is seen of the open record: a section of its form, or all of it as a course over time. */
export type RecordView = 'form' | 'course';

type RecordLayoutProps = { saver: Saver; keeper: Keeper; context: RuleContext; openedAs: RecordView };

type Place = {
  readonly section: string;
  readonly target: FieldRef | null;
  readonly focus: 'first' | 'last' | 'target' | 'none';
};

const formHints: readonly ShortcutName[] = [
  'nextField',
  'missing',
  'explanation',
  'nextSection',
  'course',
  'save',
  'undo',
  'back',
  'shortcuts',
];
const courseHints: readonly ShortcutName[] = ['course', 'missing', 'save', 'undo', 'redo', 'back', 'shortcuts'];

/** The input of a field; of a row alone, its first one, and where that row is gone nothing. */
const inputOf = (form: HTMLElement | null, { entity, row, field }: FieldRef): HTMLElement | null | undefined =>
  field === ''
    ? form?.querySelector<HTMLElement>(`[data-row="${row}"] input, [data-row="${row}"] button`)
    : document.getElementById(inputId({ entity, field, ...(row !== undefined && { row }) }));

/** Sections, the fields of one of them, and what they mean. */
export function RecordLayout({ saver, keeper, context, openedAs }: RecordLayoutProps) {
  const { t } = useTranslation('records');
  const { store, model } = useFormTools();
  const entity = useEditor((state) => state.meta.entity);
  const { openList, openRecord } = useRecordNavigation();
  const [openParts, setOpenParts] = useState<ReadonlySet<HelpPart>>(new Set());
  const [place, setPlace] = useState<Place>({ section: model.sections[0]?.id ?? '', target: null, focus: 'first' });
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [isSpeed, setSpeed] = useSpeedMode();
  const [printed, setPrinted] = useState<string | null>(null);
  const form = useRef<HTMLDivElement>(null);
  const help = useRef<HTMLElement>(null);
  const course = useCourseDeclaration();
  const courseView = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<RecordView>(course === undefined ? 'form' : openedAs);

  const goTo = (target: FieldRef) => {
    setView('form');
    setPlace({ section: model.sectionOf(target) ?? place.section, target, focus: 'target' });
  };
  /** What is half typed is taken in first: the input that holds it goes away. */
  const show = (next: RecordView) => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    setView(next);
    if (next === 'form') setPlace({ ...place, target: null, focus: 'first' });
  };
  const otherView = view === 'form' ? 'course' : 'form';
  /** A finished section of a draft is stored, so that lists and colleagues see it. */
  const storeSection = () => {
    if (store.get().meta.state === 'draft' && saver.get().phase !== 'failed') void saver.save();
  };
  const step = (direction: 1 | -1, focus: 'first' | 'last') => {
    if (view !== 'form') return;
    storeSection();
    const next = model.sections[model.sections.findIndex((section) => section.id === place.section) + direction];
    if (next !== undefined) setPlace({ section: next.id, target: null, focus });
  };
  /** A draft taken back letter by letter is gone from the disk before the record is asked whether anybody works on it. */
  const leaveTo = (go: () => void) =>
    void keeper
      .flush()
      .then(() => abandonUntouched(store))
      .finally(go);
  const leave = () => leaveTo(() => openList(entity));
  const actions = useRecordActions({
    store,
    saver,
    model,
    context,
    onJump: goTo,
    onGone: () => openList(entity),
    onNext: openRecord,
  });
  const copyBefore = useCopyBefore();
  const failure = useFailureText()(actions.thrown);

  // After the section is drawn, the keyboard stands where it was sent.
  useEffect(() => {
    if (place.focus === 'none') return;
    const stops = form.current?.querySelectorAll<HTMLElement>('[data-entry]:not(:disabled)') ?? [];
    const wanted =
      place.focus === 'target' && place.target !== null
        ? inputOf(form.current, place.target)
        : stops[place.focus === 'last' ? stops.length - 1 : 0];
    wanted?.focus();
    wanted?.scrollIntoView({ block: 'nearest' });
  }, [place]);

  // The keyboard comes along to what is shown instead of the form.
  useEffect(() => {
    if (view === 'course') courseView.current?.focus();
  }, [view]);

  /** Where something was taken back or done again, there the keyboard goes. */
  const follow = (ref: FieldRef | null) => ref !== null && view === 'form' && goTo(ref);

  /** Opens a part of the explanations and brings it into view; a note begins to be written at once. */
  const showPart = (part: HelpPart, wanted: string) => {
    setHelpOpen(true);
    setOpenParts(new Set([...openParts, part]));
    requestAnimationFrame(() => {
      const found = help.current?.querySelector<HTMLElement>(wanted);
      found?.scrollIntoView({ block: 'nearest' });
      found?.focus();
    });
  };
  /** What stands beside the form is about a field, so it leads there from a table of the course. */
  const beside = (run: () => void) => {
    const { focused } = store.get();
    if (view === 'course') {
      if (!document.activeElement?.closest('[data-editing]') || focused === null) return;
      goTo(focused);
    }
    run();
  };
  const backToField = () => {
    const { focused } = store.get();
    if (focused !== null) document.getElementById(inputId(focused))?.focus();
  };

  // A dialog that closes gives the keyboard back to the field it came from.
  const isDialogOpen = actions.dialog !== null;
  useEffect(() => {
    if (isDialogOpen) return;
    const focused = store.get().focused;
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (isLost && focused !== null) document.getElementById(inputId(focused))?.focus();
  }, [isDialogOpen, store]);

  useShortcut('save', actions.save);
  useShortcut('complete', () => store.get().allowed.complete && void actions.complete());
  useShortcut('nextSection', () => step(1, 'first'));
  useShortcut('previousSection', () => step(-1, 'first'));
  useShortcut('saveAndNew', () => store.get().allowed.edit && void actions.saveAndNew());
  useShortcut('copyPrevious', () => store.get().allowed.edit && actions.show('copy'));
  useShortcut('ditto', () => void copyBefore());
  useShortcut('speedMode', () => store.get().allowed.edit && setSpeed(!isSpeed));
  useShortcut('secondPass', () => store.get().allowed.edit && actions.show('second-pass'));
  useShortcut('note', () => beside(() => showPart('notes', '[data-note]')));
  useShortcut('fieldHistory', () => beside(() => showPart('history', '[data-help="history"]')));
  useShortcut('explanation', () => beside(() => setHelpOpen(view === 'course' || !isHelpOpen)));
  useShortcut('undo', () => follow(store.undo()));
  useShortcut('redo', () => follow(store.redo()));
  useShortcut('course', () => course !== undefined && show(otherView));
  useEscape(() => {
    // An open cell of a table closes first.
    if (document.activeElement?.closest('[data-editing]')) return;
    if (view === 'course') show('form');
    else if (isHelpOpen) setHelpOpen(false);
    else leave();
  });
  const hints = view === 'form' ? formHints : courseHints;
  useKeyHints(hints.filter((name) => name !== 'course' || course !== undefined));

  const section = model.sections.find((candidate) => candidate.id === place.section);
  if (section === undefined) return null;
  return (
    <Page fill>
      <RecordHeader
        actions={actions}
        keeper={keeper}
        onHelp={view === 'form' ? () => setHelpOpen(!isHelpOpen) : null}
        onCourse={course === undefined ? null : () => show(otherView)}
        onOpen={(id) => leaveTo(() => openRecord(id))}
        onSpeed={() => setSpeed(!isSpeed)}
        saver={saver}
        view={view}
      />
      <FailureNotice text={failure} />
      <BinNotice actions={actions} />
      {isSpeed && view === 'form' && (
        <SpeedBar onEnd={() => setSpeed(false)} onSecondPass={() => actions.show('second-pass')} />
      )}
      <SaveFailure onSave={actions.save} saver={saver} />
      <KeptNotice onCompare={actions.compareKept} onDiscarded={() => void keeper.flush()} onSave={actions.save} />
      {printed !== null && <Notice tone="good" title={printed} />}
      {view === 'course' && course !== undefined ? (
        <CourseView course={course} onJump={goTo} ref={courseView} />
      ) : (
        <div className={classes.columns} data-help={isHelpOpen || undefined}>
          <div className={classes.column}>
            <SectionList
              current={section.id}
              onChoose={(id) => {
                storeSection();
                setPlace({ section: id, target: null, focus: 'first' });
              }}
            />
          </div>
          <div className={`${classes.column} ${classes.form}`} data-speed={isSpeed || undefined}>
            <SpeedContext value={isSpeed}>
              <SectionForm
                key={section.id}
                onLeave={(direction) => step(direction, direction === 1 ? 'first' : 'last')}
                ref={form}
                section={section}
                target={place.target}
              />
            </SpeedContext>
          </div>
          {/* A long explanation scrolls in itself, by keyboard too. */}
          <aside
            aria-label={t('page.help')}
            className={`${classes.column} ${classes.help} ${classes.helpColumn}`}
            ref={help}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
            tabIndex={0}
          >
            <HelpPanel
              onDone={backToField}
              onOpen={(part) => setOpenParts(new Set([...openParts, part]))}
              open={openParts}
              section={section.id}
            />
          </aside>
        </div>
      )}
      <RecordDialogs
        likelyDuplicates={context.likelyDuplicates}
        actions={actions}
        onJump={goTo}
        onPrinted={setPrinted}
      />
    </Page>
  );
}
