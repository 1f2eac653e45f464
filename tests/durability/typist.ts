/** Somebody who types into an open record: the window's own form, keeper and saver, over calls that are passed in. */
import '../load-dictionaries.ts';
import { v7 as newId } from 'uuid';
import { registerOf } from '#shared/dictionary/registers.ts';
import { rowsOf } from '#shared/records/content.ts';
import type { FieldRef, FieldValue } from '#shared/records/record.ts';
import { createEditorStore, type EditorStore } from '../../src/features/records/editor/editor-store.ts';
import { createKeeper } from '../../src/features/records/editor/keeper.ts';
import { createSaver } from '../../src/features/records/editor/saver.ts';
import { formModel } from '../../src/features/records/form/form-model.ts';
import type { BuiltProgram } from './built-program.ts';

type Call = BuiltProgram['call'];

/** Opens the record and its identity as the page of a record does, with whatever is offered again. */
export async function openForm(call: Call, id: string): Promise<EditorStore> {
  const opened = await call('record.open', { id });
  const store = createEditorStore(opened, formModel(registerOf('victims'), 'victim'));
  store.identityOpened(await call('identity.open', { recordId: id, reason: null }), null);
  return store;
}

/** What a form shows of the fields that are typed into here, in parts that are stored apart; each as one text. */
export type Parts = readonly [content: string, unread: string, identity: string, unreadIdentity: string];

/** From here on the parts are of the vault. */
export const identityPart = 2;

export function partsOf(store: EditorStore): Parts {
  const { content, identity, unread } = store.get();
  const texts = Object.entries(unread).filter(([, text]) => text !== '');
  const ofVault = ([key]: readonly [string, string]): boolean => key.startsWith('victim_identity');
  const filled = (value: FieldValue | undefined): FieldValue => (value === '' ? null : (value ?? null));
  const rows = rowsOf(content, 'journey_leg').map((row) => [row.id, filled(row.values['border_point'])]);
  return [
    [contentFields.map((field) => filled(content.values[field])), rows],
    texts.filter((each) => !ofVault(each)),
    identityFields.map((field) => filled(identity?.[field])),
    texts.filter(ofVault),
  ].map((part) => JSON.stringify(part)) as unknown as Parts;
}

const contentFields = ['justice_case_ref', 'registration_date', 'data_source'];
const identityFields = ['first_name', 'contact_details', 'date_of_birth'];

const text = (entity: string, field: string, most: number) => ({ kind: 'text', ref: { entity, field }, most }) as const;
const date = (entity: string, field: string) => ({ kind: 'date', ref: { entity, field } }) as const;
const places = [
  text('victim', 'justice_case_ref', 40),
  text('victim_identity', 'first_name', 60),
  text('victim_identity', 'contact_details', 900),
  date('victim', 'registration_date'),
  date('victim_identity', 'date_of_birth'),
  { kind: 'row' },
  { kind: 'codes' },
  { kind: 'undo' },
] as const;

const letters = 'abcdefghijklmnoprstuvz';
const dayTyped = '14.3.2011';
const sources = ['police_file', 'shelter_file', 'ngo_report'];

/** One letter after another into one field after another; `step` types the next. */
export function createLetters(store: EditorStore, random: () => number): { step(): void } {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  let place: (typeof places)[number] = places[0];
  let left = 0;
  let row = '';
  const letter = (): string => letters[Math.floor(random() * letters.length)] ?? 'a';
  const write = (ref: FieldRef, most: number): void => {
    const before = store.read(ref);
    const typed = typeof before === 'string' ? before : '';
    store.write(ref, `${typed.length >= most ? '' : typed}${letter()}`);
  };
  /** A date is a text until its last sign makes it a value. */
  const writeDate = (ref: FieldRef): void => {
    const typed = dayTyped.slice(0, dayTyped.length - left + 1);
    if (left > 1) store.setUnread(ref, typed);
    else store.write(ref, `2011-03-${10 + Math.floor(random() * 19)}`);
  };
  const begin = (): void => {
    place = pick(places);
    left =
      place.kind === 'date'
        ? dayTyped.length
        : place.kind === 'text' || place.kind === 'row'
          ? 4 + Math.floor(random() * 14)
          : 1;
    if (place.kind !== 'row') return;
    const rows = rowsOf(store.get().content, 'journey_leg');
    if (rows.length > 3) store.removeRow('journey_leg', rows[0]?.id ?? '');
    row = newId();
    store.addRow('journey_leg', { id: row, values: {} });
  };
  return {
    step() {
      if (left === 0) begin();
      if (place.kind === 'text') write(place.ref, place.most);
      else if (place.kind === 'date') writeDate(place.ref);
      else if (place.kind === 'row') write({ entity: 'journey_leg', row, field: 'border_point' }, 100);
      else if (place.kind === 'undo') store.undo();
      else store.write({ entity: 'victim', field: 'data_source' }, [pick(sources)]);
      left -= 1;
    },
  };
}

/** What was answered: everything typed is kept, or one part of the record is saved. */
export type Answer = 'kept' | 'saved-record' | 'saved-identity';

/** The window's keeper and saver behind a form; `tell` hears of each answer, with what `now` gave when it was asked for. */
export function keepAndSave<N>(call: Call, store: EditorStore, now: () => N, tell: (answer: Answer, at: N) => void) {
  const told = async <T>(word: Answer, answer: Promise<T>): Promise<T> => {
    const at = now();
    const value = await answer;
    tell(word, at);
    return value;
  };
  const window = newId();
  const keeper = createKeeper(
    store,
    {
      keep: (input) => told('kept', call('draft.keep', input)),
      // Nothing waits any more: what the form shows is what is stored.
      discard: (input) => told('kept', call('draft.discard', input)),
      release: (input) => call('draft.release', input),
    },
    window,
  );
  const saver = createSaver(
    store,
    {
      saveRecord: (input) => told('saved-record', call('record.save', input)),
      saveIdentity: (input) => told('saved-identity', call('identity.save', input)),
    },
    window,
  );
  return { keeper, saver };
}
