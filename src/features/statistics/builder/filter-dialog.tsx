import { Checkbox, Modal, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { type AnswerState, answerStates } from '#shared/contract/answer-states.ts';
import type { DesignFilter } from '#shared/contract/table-design.ts';
import { useFormats } from '../../../i18n/use-formats.ts';
import { DialogFoot } from '../../../ui/dialog-foot.tsx';
import { FindField } from '../../../ui/find-field.tsx';
import classes from './builder.module.css';
import type { OfferedField } from './offer.ts';
import { RangeFields, type RangeFilter } from './range-fields.tsx';
import { type DesignWords, statesOf } from './use-design-words.ts';

type FilterDialogProps = {
  field: OfferedField;
  /** As it was set before. */
  current: DesignFilter | undefined;
  words: DesignWords;
  onApply: (filter: DesignFilter) => void;
  onClose: () => void;
};

/** By which answers of a field units are chosen: codes, a range, or whether there is an answer at all. */
export function FilterDialog({ field, current, words, onApply, onClose }: FilterDialogProps) {
  const { t } = words;
  const place = { entity: field.entity, field: field.id };
  const hasCodes = field.type === 'code' || field.type === 'codes';
  const hasRange = field.type === 'number' || field.type === 'date';
  const [chosen, setChosen] = useState<readonly string[]>(
    current !== undefined && 'anyOf' in current ? current.anyOf : [],
  );
  const [range, setRange] = useState<RangeFilter | null>(
    current?.kind === 'number' || current?.kind === 'period' ? current : null,
  );
  const states = answerStates.filter((state) => chosen.includes(state));
  const filter = (): DesignFilter | null => {
    if (states.length === chosen.length && states.includes('answered')) {
      return { kind: 'answer', ...place, anyOf: [...states] };
    }
    if (chosen.length > 0 && hasCodes && !states.includes('answered')) {
      return { kind: 'codes', ...place, anyOf: [...chosen] };
    }
    if (states.length > 0) return { kind: 'answer', ...place, anyOf: [...states] };
    return range;
  };
  const made = filter();
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('common:close') }}
      onClose={onClose}
      opened
      returnFocus={false}
      title={t('builder:filterBy', { field: words.field(place) })}
    >
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (made !== null) onApply(made);
        }}
      >
        <Stack gap="md">
          {hasRange && (
            <RangeFields current={range} disabled={states.length > 0} field={field} onChange={setRange} words={words} />
          )}
          {hasCodes ? (
            <CodeChoices chosen={chosen} field={field} onChange={setChosen} words={words} />
          ) : (
            <Choices legend={hasRange ? t('lists:filter.byAnswer') : words.field(place)}>
              {statesOf(field).map((state) => (
                <Choice chosen={chosen} code={state} key={state} label={words.answer(state)} onChange={setChosen} />
              ))}
            </Choices>
          )}
          <DialogFoot action={t('records:list.apply')} disabled={made === null} onClose={onClose} />
        </Stack>
      </form>
    </Modal>
  );
}

function Choices({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className={classes.choices}>
      <legend>{legend}</legend>
      <div className={classes.choiceList}>{children}</div>
    </fieldset>
  );
}

type ChoiceProps = {
  code: string;
  label: string;
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
};

function Choice({ code, label, chosen, onChange }: ChoiceProps) {
  return (
    <Checkbox
      checked={chosen.includes(code)}
      label={label}
      onChange={() => onChange(chosen.includes(code) ? chosen.filter((other) => other !== code) : [...chosen, code])}
    />
  );
}

const manyCodes = 12;

type CodeChoicesProps = {
  field: OfferedField;
  chosen: readonly string[];
  words: DesignWords;
  onChange: (chosen: readonly string[]) => void;
};

/** Any answer stands for all codes, so the one puts the others out. */
function CodeChoices({ field, chosen, words, onChange }: CodeChoicesProps) {
  const { t } = words;
  const formats = useFormats();
  const [typed, setTyped] = useState('');
  const fits = (label: string): boolean => formats.fold(label).includes(formats.fold(typed.trim()));
  const codes = words.choices(field);
  const states = statesOf(field).filter((state) => !codes.some(({ code }) => code === state));
  const isState = (code: string): boolean => answerStates.includes(code as AnswerState);
  const change = (next: readonly string[]): void => {
    const isNewlyAny = next.includes('answered') && !chosen.includes('answered');
    if (isNewlyAny) onChange(next.filter(isState));
    else onChange(next.some((code) => !isState(code)) ? next.filter((code) => code !== 'answered') : next);
  };
  return (
    <>
      {codes.length > manyCodes && <FindField label={t('records:list.findCode')} onChange={setTyped} value={typed} />}
      <Choices legend={t('builder:answers')}>
        {codes
          .filter(({ label }) => fits(label))
          .map(({ code, label }) => (
            <Choice chosen={chosen} code={code} key={code} label={label} onChange={change} />
          ))}
        {states
          .filter((state) => fits(words.answer(state)))
          .map((state) => (
            <Choice chosen={chosen} code={state} key={state} label={words.answer(state)} onChange={change} />
          ))}
      </Choices>
    </>
  );
}
