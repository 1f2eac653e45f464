import { type KeyboardEvent, type Ref, useContext, useId } from 'react';
import type { FormSection } from '#shared/dictionary/derive-form.ts';
import type { FieldRef } from '#shared/records/record.ts';
import { useWords } from '../texts/use-words.ts';
import { FieldRow } from './field-row.tsx';
import classes from './form.module.css';
import { CatchUpContext } from './form-context.ts';
import { GroupTable } from './group-table.tsx';
import { IdentityPart } from './identity-part.tsx';

type SectionFormProps = {
  section: FormSection;
  /** Field to which somebody jumped; its row stands open. */
  target: FieldRef | null;
  /** Enter on the last field, Shift+Enter on the first. */
  onLeave: (direction: 1 | -1) => void;
  ref?: Ref<HTMLDivElement>;
};

/** Enter goes to the next field that applies, Shift+Enter back; lists, menus and buttons keep their own Enter. */
function moveOnEnter(
  event: KeyboardEvent<HTMLElement>,
  catchUp: () => void,
  onLeave: (direction: 1 | -1) => void,
): void {
  if (event.key !== 'Enter' || event.ctrlKey || event.altKey || event.defaultPrevented) return;
  const from = event.target;
  if (!(from instanceof HTMLElement) || from.dataset.entry === undefined) return;
  if (from instanceof HTMLButtonElement && !event.shiftKey) return;
  event.preventDefault();
  catchUp();
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-entry]:not(:disabled)')];
  const next = stops[stops.indexOf(from) + (event.shiftKey ? -1 : 1)];
  if (next === undefined) onLeave(event.shiftKey ? -1 : 1);
  else next.focus();
}

/** The fields of one section; only this section is mounted. */
export function SectionForm({ section, target, onLeave, ref }: SectionFormProps) {
  const words = useWords();
  const id = useId();
  const catchUp = useContext(CatchUpContext);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would put its heading out of line; Enter moves between the fields inside.
    <div aria-labelledby={id} onKeyDown={(event) => moveOnEnter(event, catchUp, onLeave)} ref={ref} role="group">
      <h2 className={classes.heading} id={id}>
        {words.section(section.id)}
      </h2>
      {section.items.map((item) => {
        if (item.kind === 'field') return <FieldRow field={item.field} key={item.field.id} />;
        if (item.kind === 'vault') return <IdentityPart key={item.entity.id} vault={item} />;
        return (
          <GroupTable
            group={item}
            initiallyOpen={target?.entity === item.entity.id ? (target.row ?? null) : null}
            key={item.entity.id}
          />
        );
      })}
    </div>
  );
}
