import { Checkbox } from '@mantine/core';
import { type AnswerState, answerStates } from '#shared/contract/answer-states.ts';
import type { FilterWords } from './use-filter-words.ts';

type AnswerChoicesProps = {
  /** `answered` stands apart where codes can be chosen: it is any of them. */
  states?: readonly AnswerState[];
  chosen: readonly AnswerState[];
  onChange: (chosen: AnswerState[]) => void;
  filterWords: FilterWords;
};

/** Whether a field was answered, and if not, why not. */
export function AnswerChoices({ states = answerStates, chosen, onChange, filterWords }: AnswerChoicesProps) {
  return states.map((state) => (
    <Checkbox
      checked={chosen.includes(state)}
      key={state}
      label={filterWords.answer(state)}
      onChange={() => onChange(chosen.includes(state) ? chosen.filter((other) => other !== state) : [...chosen, state])}
    />
  ));
}
