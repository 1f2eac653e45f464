import type { viewProcedures } from '#shared/contract/view.ts';
import { listViews, removeView, saveView, shareView } from '../services/lists/saved-views.ts';
import { atomic, type HandlersFor } from './handler.ts';

export const viewHandlers: HandlersFor<typeof viewProcedures> = {
  'view.list': ({ entity }, { session }) => ({ views: listViews(session, entity) }),
  'view.save': atomic((input, { session }) => ({ id: saveView(session, input) })),
  'view.remove': atomic(({ id }, { session }) => {
    removeView(session, id);
    return {};
  }),
  'view.share': atomic(({ id, shared }, { session, note }) => {
    shareView(session, id, shared);
    note({ shared });
    return {};
  }),
};
