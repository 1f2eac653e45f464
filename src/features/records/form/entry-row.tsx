import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chosenMarkers } from '#shared/dictionary/derive-choices.ts';
import type { FieldDeclaration, MissingMarker, Span } from '#shared/dictionary/vocabulary.ts';
import { isDate } from '#shared/records/partial-date.ts';
import { type FieldRef, type FieldValue, type Finding, isMissing, type Values } from '#shared/records/record.ts';
import { beep } from '../../../ui/beep.ts';
import { refusalKey } from '../editor/editor-store.ts';
import { fieldKey, inputId } from '../editor/field-key.ts';
import { CodeControl } from '../fields/code-control.tsx';
import { CodesControl } from '../fields/codes-control.tsx';
import type { ControlProps } from '../fields/control.ts';
import { MarkerWord } from '../fields/marker-word.tsx';
import type { Rejection } from '../fields/rejection.ts';
import { TextControl } from '../fields/text-control.tsx';
import { useSpanText } from '../texts/use-span-text.ts';
import { useWords } from '../texts/use-words.ts';
import { FieldMessages } from './field-messages.tsx';
import { type FieldLayout, FieldPlace } from './field-place.tsx';
import classes from './form.module.css';
import { useEditor, useFormTools } from './form-context.ts';
import { MissingMenu } from './missing-menu.tsx';
import { useMove } from './movement.ts';
import { useSpeed } from './speed.ts';
import { useOffered } from './use-offered.ts';
import { useRemarks } from './use-remarks.ts';

type EntryRowProps = {
  field: FieldDeclaration;
  row: string | undefined;
  layout: FieldLayout;
  isDemanded: boolean;
  /** Not applicable as it is stored, which it is no longer. */
  isTakenBack: boolean;
  /** Answers among which somebody may choose, and the one that the program proposes meanwhile; null: all of the list. */
  choices: readonly string[] | null;
  proposal: FieldValue;
  findings: readonly Finding[];
  /** Age or duration that follows from this date. */
  span: Span | null;
};

const controlOf = (field: FieldDeclaration) =>
  field.type === 'code' ? CodeControl : field.type === 'codes' ? CodesControl : TextControl;

function markersOf(field: FieldDeclaration, canWithhold: boolean): readonly MissingMarker[] {
  const allowed = chosenMarkers(field);
  return canWithhold && !allowed.includes('withheld') ? [...allowed, 'withheld'] : allowed;
}

/** The first of these days that is known exactly. */
const firstDayOf = (fields: readonly string[], values: Values): string | undefined =>
  fields.map((id) => values[id]).find((value) => typeof value === 'string' && isDate(value)) as string | undefined;

/** A field that is typed or chosen: label, control, what it stands for and what the rules say. */
export const EntryRow = memo(function EntryRow(props: EntryRowProps) {
  const { field, row, layout, isDemanded, isTakenBack, choices, proposal, findings, span } = props;
  const { store, idPrefix = '' } = useFormTools();
  const { t } = useTranslation();
  const words = useWords();
  const move = useMove();
  const isSpeed = useSpeed();
  const [isMenuOpen, setMenuOpen] = useState(false);
  const [rejection, setRejection] = useState<Rejection | null>(null);
  const ref: FieldRef = { entity: field.entity, field: field.id, ...(row !== undefined && { row }) };
  const key = fieldKey(ref);
  const typed = useEditor(() => store.read(ref));
  const value = isTakenBack ? null : (typed ?? proposal);
  const unread = useEditor((state) => state.unread[key] ?? null);
  const refused = useEditor((state) => state.refused[refusalKey(ref)] ?? null);
  const notes = useEditor((state) => state.noteCounts[key] ?? 0);
  const canWithhold = useEditor((state) => state.allowed.withhold);
  const { ageOn } = field;
  const ageDay = useEditor(({ content, context }) =>
    ageOn === undefined ? undefined : (firstDayOf(ageOn, content.values) ?? context.today),
  );
  const all = useOffered(field, row);
  const { precision, interval, problem, retired } = useRemarks({ field, value, unread, refused, ageDay, options: all });

  const id = `${idPrefix}${inputId(ref)}`;
  const current = isMissing(value) ? value.missing : null;
  const markers = markersOf(field, canWithhold);
  const label = words.label(field);
  const options =
    choices === null
      ? all
      : all.map((option) => ({ ...option, offered: option.offered && choices.includes(option.code) }));
  // The code is typed only for a person registered before; otherwise the program gives it.
  const isRequired = field.meta === undefined && (field.required === 'Y' || field.required === 'F' || isDemanded);
  const spanText = useSpanText();
  const hasBelow = interval !== null || span !== null || problem !== null || retired.length > 0 || findings.length > 0;
  const reject = (rejected: Rejection) => {
    setRejection(rejected);
    beep();
  };
  const setMarker = (marker: MissingMarker | null) => {
    store.setUnread(ref, null);
    store.write(ref, marker === null ? null : { missing: marker });
  };
  const goOn = () => {
    setRejection(null);
    const input = document.getElementById(id);
    if (input !== null) move(input, 1);
  };
  const Control: (props: ControlProps) => React.ReactNode = controlOf(field);

  return (
    <FieldPlace
      id={id}
      isRequired={isRequired}
      label={label}
      layout={layout}
      notes={notes}
      onFocus={() => store.focus(ref)}
      onKeyDown={(event) => {
        if (event.key !== 'F8' || markers.length === 0) return;
        event.preventDefault();
        setMenuOpen(true);
      }}
    >
      <Control
        ageDay={ageDay}
        describedBy={hasBelow ? `${id}-below` : undefined}
        field={field}
        formats={words.formats}
        id={id}
        invalid={rejection !== null || problem !== null || findings.some((finding) => finding.level === 'hard')}
        label={layout === 'cell' ? label : undefined}
        marker={current === null ? null : <MarkerWord marker={current} />}
        markers={markers}
        onAdvance={goOn}
        onChange={(next) => {
          setRejection(null);
          store.write(ref, next);
        }}
        onMarker={setMarker}
        onReject={isSpeed ? reject : null}
        onShowOption={store.showOption}
        onUnread={(text) => store.setUnread(ref, text)}
        options={options}
        required={isRequired}
        trailing={
          <>
            {precision}
            {markers.length > 0 && (
              <MissingMenu
                current={current}
                isOpen={isMenuOpen}
                label={label}
                markers={markers}
                onChoose={(marker) => {
                  setMarker(marker);
                  setMenuOpen(false);
                  requestAnimationFrame(() => document.getElementById(id)?.focus());
                }}
                onToggle={setMenuOpen}
              />
            )}
          </>
        }
        unread={unread}
        value={value}
      />
      {rejection !== null && (
        <div className={classes.rejected} key={JSON.stringify(rejection)} role="alert">
          {t(`records:speed.${rejection.why}`, { ...rejection })}
        </div>
      )}
      {hasBelow && (
        <div aria-live="polite" className={classes.below} id={`${id}-below`}>
          {interval !== null && <span className={classes.message}>{interval}</span>}
          {span !== null && <span className={classes.message}>{spanText(span)}</span>}
          {retired.map((remark) => (
            <span className={classes.message} key={remark}>
              {remark}
            </span>
          ))}
          {problem !== null && (
            <span className={classes.message} data-level="hard">
              {problem}
            </span>
          )}
          <FieldMessages findings={findings} />
        </div>
      )}
    </FieldPlace>
  );
});
