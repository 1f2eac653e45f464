import { memo, useState } from 'react';
import type { FieldDeclaration, MissingMarker } from '#shared/dictionary/vocabulary.ts';
import { type FieldRef, type FieldValue, type Finding, isMissing } from '#shared/records/record.ts';
import { refusalKey } from '../editor/editor-store.ts';
import { fieldKey, inputId } from '../editor/field-key.ts';
import { CodeControl } from '../fields/code-control.tsx';
import { CodesControl } from '../fields/codes-control.tsx';
import type { ControlProps } from '../fields/control.ts';
import { MarkerWord } from '../fields/marker-word.tsx';
import { TextControl } from '../fields/text-control.tsx';
import { useWords } from '../texts/use-words.ts';
import { FieldMessages } from './field-messages.tsx';
import { type FieldLayout, FieldPlace } from './field-place.tsx';
import classes from './form.module.css';
import { useEditor, useFormTools } from './form-context.ts';
import { MissingMenu } from './missing-menu.tsx';
import { useMove } from './movement.ts';
import { useRemarks } from './use-remarks.ts';

type EntryRowProps = {
  field: FieldDeclaration;
  row: string | undefined;
  layout: FieldLayout;
  isDemanded: boolean;
  /** Answers among which somebody may choose, and the one that the program proposes meanwhile; null: all of the list. */
  choices: readonly string[] | null;
  proposal: FieldValue;
  findings: readonly Finding[];
};

const controlOf = (field: FieldDeclaration) =>
  field.type === 'code' ? CodeControl : field.type === 'codes' ? CodesControl : TextControl;

/** Where a condition decides whether the field applies, the program alone says that it does not. */
function markersOf(field: FieldDeclaration, canWithhold: boolean): readonly MissingMarker[] {
  const allowed = field.missing.filter((marker) => marker !== 'not_applicable' || field.applies === undefined);
  return canWithhold && !allowed.includes('withheld') ? [...allowed, 'withheld'] : allowed;
}

/** A field that is typed or chosen: label, control, what it stands for and what the rules say. */
export const EntryRow = memo(function EntryRow(props: EntryRowProps) {
  const { field, row, layout, isDemanded, choices, proposal, findings } = props;
  const { store, optionsOf } = useFormTools();
  const words = useWords();
  const move = useMove();
  const [isMenuOpen, setMenuOpen] = useState(false);
  const ref: FieldRef = { entity: field.entity, field: field.id, ...(row !== undefined && { row }) };
  const key = fieldKey(ref);
  const typed = useEditor(() => store.read(ref));
  const value = typed ?? proposal;
  const unread = useEditor((state) => state.unread[key] ?? null);
  const refused = useEditor((state) => state.refused[refusalKey(ref)] ?? null);
  const notes = useEditor((state) => state.noteCounts[key] ?? 0);
  const canWithhold = useEditor((state) => state.allowed.withhold);
  const { precision, interval, problem } = useRemarks(field, value, unread, refused);

  const id = inputId(ref);
  const current = isMissing(value) ? value.missing : null;
  const markers = markersOf(field, canWithhold);
  const label = words.label(field);
  const all = optionsOf(field);
  const options =
    choices === null
      ? all
      : all.map((option) => ({ ...option, offered: option.offered && choices.includes(option.code) }));
  // The code is typed only for a person registered before; otherwise the program gives it.
  const isRequired = field.meta === undefined && (field.required === 'Y' || field.required === 'F' || isDemanded);
  const hasBelow = interval !== null || problem !== null || findings.length > 0;
  const setMarker = (marker: MissingMarker | null) => {
    store.setUnread(ref, null);
    store.write(ref, marker === null ? null : { missing: marker });
  };
  const goOn = () => {
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
        describedBy={hasBelow ? `${id}-below` : undefined}
        field={field}
        formats={words.formats}
        id={id}
        invalid={problem !== null || findings.some((finding) => finding.level === 'hard')}
        label={layout === 'cell' ? label : undefined}
        marker={current === null ? null : <MarkerWord marker={current} />}
        markers={markers}
        onAdvance={goOn}
        onChange={(next) => store.write(ref, next)}
        onMarker={setMarker}
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
      {hasBelow && (
        <div aria-live="polite" className={classes.below} id={`${id}-below`}>
          {interval !== null && <span className={classes.message}>{interval}</span>}
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
