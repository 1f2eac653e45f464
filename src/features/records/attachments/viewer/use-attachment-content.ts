import { useEffect, useState } from 'react';
import type { AttachmentKind } from '#shared/records/attachment.ts';
import { call } from '../../../../api/client.ts';

export type AttachmentContent =
  | { readonly phase: 'loading'; readonly done: number; readonly parts: number }
  | { readonly phase: 'ready'; readonly kind: AttachmentKind; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly phase: 'failed'; readonly thrown: unknown };

/** Opens the attachment and fetches it part by part; what is half there is dropped when nobody looks any more. */
export function useAttachmentContent(id: string, reason: string | null): AttachmentContent {
  const [content, setContent] = useState<AttachmentContent>({ phase: 'loading', done: 0, parts: 0 });
  useEffect(() => {
    const left = new AbortController();
    const tell = (next: AttachmentContent) => {
      if (!left.signal.aborted) setContent(next);
    };
    read(id, reason, tell, left.signal).catch((thrown: unknown) => tell({ phase: 'failed', thrown }));
    return () => left.abort();
  }, [id, reason]);
  return content;
}

async function read(
  id: string,
  reason: string | null,
  tell: (content: AttachmentContent) => void,
  left: AbortSignal,
): Promise<void> {
  const { kind, bytes, parts } = await call('attachment.open', { id, reason });
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (let part = 0; part < parts; part += 1) {
    if (left.aborted) return;
    tell({ phase: 'loading', done: part, parts });
    const { content } = await call('attachment.read', { id, part });
    at += fromBase64(content, whole, at);
  }
  tell({ phase: 'ready', kind, bytes: whole });
}

/** Puts decoded bytes into their place and returns how many there were. */
function fromBase64(text: string, whole: Uint8Array, place: number): number {
  const clear = atob(text);
  for (let at = 0; at < clear.length; at += 1) whole[place + at] = clear.charCodeAt(at);
  return clear.length;
}
