import { type Ref, useCallback, useContext, useEffectEvent, useId, useRef } from 'react';
import type { FormSection } from '#shared/dictionary/derive-form.ts';
import type { FieldRef } from '#shared/records/record.ts';
import { useShortcut } from '../../../ui/use-shortcut.ts';
import { useWords } from '../texts/use-words.ts';
import { FieldRow } from './field-row.tsx';
import classes from './form.module.css';
import { CatchUpContext } from './form-context.ts';
import { GroupTable } from './group-table.tsx';
import { IdentityPart } from './identity-part.tsx';
import { InnerGroup } from './inner-group.tsx';
import { type Direction, type Move, MoveContext, stopOfEnter, stopsIn } from './movement.ts';

type SectionFormProps = {
  section: FormSection;
  /** Field to which somebody jumped; its row stands open. */
  target: FieldRef | null;
  /** Enter on the last field, Shift+Enter on the first. */
  onLeave: (direction: Direction) => void;
  ref?: Ref<HTMLDivElement>;
};

/** The group whose rows the keyboard is in, else the only one of the section. */
function groupOf(container: HTMLElement): HTMLElement | null {
  const inside = document.activeElement?.closest<HTMLElement>('[data-group]');
  if (inside && container.contains(inside)) return inside;
  const groups = container.querySelectorAll<HTMLElement>('[data-group]');
  return groups.length === 1 ? (groups[0] ?? null) : null;
}

/** The fields of one section; only this section is mounted. */
export function SectionForm({ section, target, onLeave, ref }: SectionFormProps) {
  const words = useWords();
  const id = useId();
  const catchUp = useContext(CatchUpContext);
  const container = useRef<HTMLDivElement | null>(null);
  const leave = useEffectEvent(onLeave);
  const move = useCallback<Move>(
    (from, direction) => {
      // A field that the answer brings must be there before the next one is looked for.
      catchUp();
      const stops = container.current === null ? [] : stopsIn(container.current);
      const next = stops[stops.indexOf(from) + direction];
      if (next === undefined) leave(direction);
      else next.focus();
    },
    [catchUp],
  );
  useShortcut('addRow', () => {
    if (container.current !== null) groupOf(container.current)?.querySelector<HTMLElement>('[data-add]')?.click();
  });
  return (
    <MoveContext value={move}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would put its heading out of line; Enter moves between the fields inside. */}
      <div
        aria-labelledby={id}
        onKeyDown={(event) => {
          const from = stopOfEnter(event);
          if (from === null) return;
          event.preventDefault();
          move(from, event.shiftKey ? -1 : 1);
        }}
        ref={(element) => {
          container.current = element;
          if (typeof ref === 'function') ref(element);
          else if (ref) ref.current = element;
        }}
        role="group"
        tabIndex={-1}
      >
        <h2 className={classes.heading} id={id}>
          {words.section(section.id)}
        </h2>
        {section.items.map((item) => {
          if (item.kind === 'field') return <FieldRow field={item.field} key={item.field.id} />;
          if (item.kind === 'vault') return <IdentityPart key={item.entity.id} vault={item} />;
          const isTarget = target?.entity === item.entity.id;
          const place = { group: item, target: isTarget ? target : null };
          return item.outer === undefined ? (
            <GroupTable key={item.entity.id} {...place} />
          ) : (
            <InnerGroup key={item.entity.id} outer={item.outer} {...place} />
          );
        })}
      </div>
    </MoveContext>
  );
}
