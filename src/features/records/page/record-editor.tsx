import { useMemo, useState } from 'react';
import { registerOf } from '#shared/dictionary/registers.ts';
import type { FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import { call } from '../../../api/client.ts';
import { useProcedure } from '../../../api/query.ts';
import { useSession } from '../../../api/session.ts';
import { windowId } from '../../../api/window-id.ts';
import { createEditorStore, type Opened } from '../editor/editor-store.ts';
import { createKeeper } from '../editor/keeper.ts';
import { createSaver } from '../editor/saver.ts';
import { useKeeping } from '../editor/use-keeping.ts';
import type { CodeOption } from '../fields/code-options.ts';
import { EvaluationProvider } from '../form/evaluation-provider.tsx';
import { FormContext, type FormTools } from '../form/form-context.ts';
import { formModel } from '../form/form-model.ts';
import { useRuleContext } from '../form/use-rule-context.ts';
import { useWords } from '../texts/use-words.ts';
import { RecordLayout, type RecordView } from './record-layout.tsx';

type RecordEditorProps = { opened: Opened; view: RecordView };

/** Third sex category, which an installation may leave out of what is offered. */
const switchableCode = 'other_or_non_binary';

/** Everything one open record needs, made once and kept until its page is left. */
export function RecordEditor({ opened, view }: RecordEditorProps) {
  const { register } = useSession();
  const words = useWords();
  const settings = useProcedure('settings.get', {});
  const isOtherSexOffered = settings.data?.otherSexOffered ?? true;
  const model = formModel(registerOf(register.kind), opened.meta.entity);
  const [store] = useState(() => createEditorStore(opened, model));
  const [saver] = useState(() =>
    createSaver(
      store,
      {
        saveRecord: (input) => call('record.save', input),
        saveIdentity: (input) => call('identity.save', input),
      },
      windowId,
    ),
  );
  const [keeper] = useState(() =>
    createKeeper(
      store,
      {
        keep: (input) => call('draft.keep', input),
        discard: (input) => call('draft.discard', input),
        release: (input) => call('draft.release', input),
      },
      windowId,
    ),
  );
  useKeeping(store, saver, keeper);
  const context = useRuleContext(opened.context, model.register, words.lists);
  const tools = useMemo((): FormTools => {
    const optionsOf = (field: FieldDeclaration): readonly CodeOption[] => words.options(field.list ?? '');
    const withoutOther = (options: readonly CodeOption[]) =>
      options.map((option) => (option.code === switchableCode ? { ...option, offered: false } : option));
    const sexes = withoutOther(words.options('SEX'));
    return {
      store,
      model,
      optionsOf: (field) => (field.list === 'SEX' && !isOtherSexOffered ? sexes : optionsOf(field)),
    };
  }, [store, model, words, isOtherSexOffered]);
  return (
    <FormContext value={tools}>
      <EvaluationProvider context={context}>
        <RecordLayout context={context} keeper={keeper} openedAs={view} saver={saver} />
      </EvaluationProvider>
    </FormContext>
  );
}
