import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type CodeOption, numbered } from './code-options.ts';
import classes from './field-box.module.css';

type OptionListProps = {
  id: string;
  label: string;
  options: readonly CodeOption[];
  active: number;
  chosen: readonly string[];
  multiple: boolean;
  /** The retired entry in whose place an option is offered. */
  insteadOf?: ReadonlyMap<string, CodeOption>;
  /** Retired entries that fit, with nothing in their place. */
  retired?: readonly CodeOption[];
  onChoose: (option: CodeOption) => void;
  onActive: (at: number) => void;
  /** The code under the cursor, null when the list goes. */
  onShow?: (code: string | null) => void;
};

export const optionId = (listId: string, at: number): string => `${listId}-${at}`;

/** The codes that fit what is typed: number, label and, for countries, the short code. */
export function OptionList(props: OptionListProps) {
  const { id, label, options, active, chosen, multiple, insteadOf, retired = [], onChoose, onActive, onShow } = props;
  const { t } = useTranslation('records');
  const list = useRef<HTMLDivElement>(null);
  const shown = options[active]?.code ?? null;
  useEffect(() => {
    onShow?.(shown);
    return () => onShow?.(null);
  }, [onShow, shown]);
  useEffect(() => {
    list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
  });
  return (
    <div aria-label={label} aria-multiselectable={multiple} className={classes.list} id={id} ref={list} role="listbox">
      {options.length === 0 && retired.length === 0 && <div className={classes.nothing}>{t('field.noCodeFits')}</div>}
      {options.map((option, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the input that owns this list.
        <div
          aria-selected={chosen.includes(option.code)}
          className={classes.option}
          data-active={at === active || undefined}
          id={optionId(id, at)}
          key={option.code}
          onClick={() => onChoose(option)}
          onMouseDown={(event) => event.preventDefault()}
          onMouseMove={() => at !== active && onActive(at)}
          role="option"
          tabIndex={-1}
        >
          {option.number !== null && <span className={classes.optionNumber}>{option.number}</span>}
          <span className={classes.optionLabel}>
            {option.label}
            <InsteadOf retired={insteadOf?.get(option.code)} />
          </span>
          {option.hint !== null && <span className={classes.optionHint}>{option.hint}</span>}
        </div>
      ))}
      {retired.map((option) => (
        <div className={classes.nothing} key={option.code}>
          {numbered(option)}: {option.entry?.remark}
        </div>
      ))}
    </div>
  );
}

/** Says why an option is offered that was not typed: it took the place of the one that was. */
function InsteadOf({ retired }: { retired: CodeOption | undefined }) {
  const { t } = useTranslation('records');
  if (retired === undefined) return null;
  return <span className={classes.optionNote}>{t('entry.insteadOf', { entry: numbered(retired) })}</span>;
}
