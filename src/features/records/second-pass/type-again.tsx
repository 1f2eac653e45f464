import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isMissing, type RecordContent } from '#shared/records/record.ts';
import { beep } from '../../../ui/beep.ts';
import { createEditorStore, type Opened } from '../editor/editor-store.ts';
import { MarkerWord } from '../fields/marker-word.tsx';
import { EntryRow } from '../form/entry-row.tsx';
import { FormContext, useFormTools } from '../form/form-context.ts';
import { MoveContext, stopOfEnter } from '../form/movement.ts';
import { SpeedContext } from '../form/speed.ts';
import { useWords } from '../texts/use-words.ts';
import { valueText } from '../texts/value-text.ts';
import classes from './second-pass.module.css';
import { agree, type SecondPassItem } from './second-pass-items.ts';

export interface SecondPassResult {
  readonly compared: number;
  readonly differed: number;
  readonly corrected: number;
}

type TypeAgainProps = {
  opened: Pick<Opened, 'meta' | 'allowed' | 'context'>;
  items: readonly SecondPassItem[];
  onDone: (result: SecondPassResult) => void;
};

const idPrefix = 'second-';

/** The same record with nothing in it but the rows of its tables. */
const emptied = ({ groups }: RecordContent): RecordContent => ({
  values: {},
  groups: Object.fromEntries(
    Object.entries(groups).map(([id, rows]) => [id, rows.map((row) => ({ ...row, values: {} }))]),
  ),
});

/** One answer after the other is typed without sight of the first; where they differ, a person decides. */
export function TypeAgain({ opened, items, onDone }: TypeAgainProps) {
  const { t } = useTranslation('records');
  const words = useWords();
  const tools = useFormTools();
  const { store } = tools;
  const [scratch] = useState(() => {
    const content = emptied(store.get().content) as Opened['content'];
    const made = createEditorStore({ ...opened, content, kept: null, notes: [] }, store.shape);
    made.identityOpened({ values: {}, kept: null }, null);
    return made;
  });
  const scratchTools = useMemo(() => ({ ...tools, store: scratch, idPrefix, offersAll: true }), [tools, scratch]);
  const [at, setAt] = useState(0);
  const [isDiffering, setDiffering] = useState(false);
  const result = useRef({ compared: 0, differed: 0, corrected: 0 });
  const box = useRef<HTMLDivElement>(null);
  const item = items[at];

  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer begins with the keyboard in its field
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('[data-entry]')?.focus();
  }, [at]);
  useEffect(() => {
    if (isDiffering) box.current?.querySelector<HTMLElement>('[data-decide]')?.focus();
  }, [isDiffering]);

  if (item === undefined) return null;
  const { ref, field } = item;
  const goOn = () => {
    setDiffering(false);
    if (at + 1 < items.length) setAt(at + 1);
    else onDone(result.current);
  };
  const compare = () => {
    const now = scratch.read(ref);
    if (now === null) return;
    result.current.compared += 1;
    if (agree(store.read(ref), now)) {
      goOn();
      return;
    }
    result.current.differed += 1;
    beep();
    setDiffering(true);
  };
  const decide = (isNow: boolean) => {
    if (isNow) {
      result.current.corrected += 1;
      store.write(ref, scratch.read(ref));
    }
    goOn();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (isDiffering && (event.key === '1' || event.key === '2')) {
      event.preventDefault();
      decide(event.key === '2');
      return;
    }
    if (stopOfEnter(event) === null) return;
    event.preventDefault();
    compare();
  };
  const group = item.rowNumber === null ? '' : `${words.entity(field.entity, 1)} ${item.rowNumber} · `;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the field inside.
    <div onKeyDown={onKeyDown} ref={box}>
      <p className={classes.progress}>
        {t('second.progress', { at: at + 1, of: items.length })} · {group}
        {field.no}
      </p>
      <FormContext value={scratchTools}>
        <MoveContext value={compare}>
          <SpeedContext value={true}>
            <EntryRow
              choices={null}
              field={field}
              findings={none}
              isDemanded={false}
              isTakenBack={false}
              key={at}
              layout="row"
              proposal={null}
              row={ref.row}
              span={null}
            />
          </SpeedContext>
        </MoveContext>
      </FormContext>
      {isDiffering && (
        <div className={classes.differing} role="alert">
          <p>{t('second.differ')}</p>
          <button className={classes.choice} data-decide onClick={() => decide(false)} type="button">
            <Sentence name="second.first" value={store.read(ref)} />
          </button>
          <button className={classes.choice} onClick={() => decide(true)} type="button">
            <Sentence name="second.now" value={scratch.read(ref)} />
          </button>
        </div>
      )}
    </div>
  );

  function Sentence({ name, value }: { name: string; value: ReturnType<typeof scratch.read> }) {
    return (
      <>
        {t(name, { value: isMissing(value) ? '' : valueText(field, value, words, t) })}
        {isMissing(value) && <MarkerWord marker={value.missing} />}
      </>
    );
  }
}

const none = [] as const;
