import { missingMarkers } from '../dictionary/vocabulary.ts';

/** Whether a field was answered, and if not, why not. */
export const answerStates = ['answered', 'not_entered', ...missingMarkers] as const;
export type AnswerState = (typeof answerStates)[number];
