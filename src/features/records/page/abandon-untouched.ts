import { isTyped } from '#shared/dictionary/register-index.ts';
import { call } from '../../../api/client.ts';
import { type EditorStore, hasUnsaved } from '../editor/editor-store.ts';

/** A form that was opened and left without a word leaves no empty record behind; never rejects. */
export async function abandonUntouched(store: EditorStore): Promise<void> {
  const state = store.get();
  const { meta, content } = state;
  const isNew = meta.revision === 1 && meta.state === 'draft' && meta.number === null && !meta.hasIdentity;
  if (!isNew || !state.allowed.edit || hasUnsaved(state) || Object.keys(state.noteCounts).length > 0) return;
  const hasAnswer = store.shape.index
    .fieldsOf(store.shape.entity)
    .some((field) => isTyped(field) && field.applies === undefined && content.values[field.id] != null);
  const hasRow = Object.values(content.groups).some((rows) => rows.length > 0);
  if (hasAnswer || hasRow) return;
  // The data refuses a record that came with an import, has an attachment or is typed in elsewhere: it stays.
  await call('record.abandon', { id: meta.id }).catch(() => undefined);
}
