import type { attachmentProcedures } from '#shared/contract/attachment.ts';
import { atomic, type CallContext, type HandlersFor } from './handler.ts';

/** The entry names the record beside the attachment, so that whoever reads it knows whose file it was. */
function noteRecord(id: string, { session, services, note }: CallContext): void {
  const recordId = services.attachments.recordOf(session, id);
  if (recordId !== null) note({ recordId });
}

export const attachmentHandlers: HandlersFor<typeof attachmentProcedures> = {
  'attachment.count': ({ recordId }, { session, services }) => services.attachments.count(session, recordId),
  'attachment.list': ({ recordId, reason }, { session, services, note }) => {
    if (reason !== null) note({ reason });
    return services.attachments.list(session, recordId, reason);
  },
  'attachment.add': (input, { session, services }) => services.attachments.add(session, input),
  'attachment.open': ({ id, reason }, context) => {
    noteRecord(id, context);
    if (reason !== null) context.note({ reason });
    return context.services.attachments.open(context.session, id, reason);
  },
  'attachment.read': ({ id, part }, { session, services }) => services.attachments.read(session, id, part),
  'attachment.save-copy': (input, context) => {
    noteRecord(input.id, context);
    // Entered before anything leaves: a lock in between must not leave a copy that the log does not know.
    return context.services.attachments.saveCopy(context.session, input, context.enter);
  },
  'attachment.remove': atomic(({ id, reason }, context) => {
    noteRecord(id, context);
    context.services.attachments.remove(context.session, id, reason);
    return {};
  }),
  'attachment.restore': atomic(({ id, reason }, context) => {
    noteRecord(id, context);
    context.services.attachments.restore(context.session, id, reason);
    return {};
  }),
};
