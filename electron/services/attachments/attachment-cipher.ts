/** An attachment under the vault key: its facts and its parts, each bound to its place, so that none fits elsewhere. */
import type { AttachmentKind } from '#shared/records/attachment.ts';
import { openBytes, sealBytes } from '../records/vault-cipher.ts';

/** What only the vault key tells about an attachment. */
export interface AttachmentFacts {
  readonly name: string;
  readonly description: string;
  readonly kind: AttachmentKind;
}

export interface AttachmentPlace {
  readonly registerId: string;
  readonly recordId: string;
  readonly id: string;
  readonly bytes: number;
  readonly parts: number;
}

// Size and number of parts stand in the clear; here they are bound to what the vault key protects.
const placeOfFacts = ({ registerId, recordId, id, bytes, parts }: AttachmentPlace): string =>
  [registerId, recordId, id, 'facts', bytes, parts].join('|');

const placeOfPart = ({ registerId, recordId, id, parts }: AttachmentPlace, part: number): string =>
  [registerId, recordId, id, part, parts].join('|');

export const sealFacts = (key: Buffer, place: AttachmentPlace, facts: AttachmentFacts): Buffer =>
  sealBytes(key, placeOfFacts(place), Buffer.from(JSON.stringify(facts), 'utf8'));

export const openFacts = (key: Buffer, place: AttachmentPlace, sealed: Buffer): AttachmentFacts =>
  JSON.parse(openBytes(key, placeOfFacts(place), sealed).toString('utf8')) as AttachmentFacts;

export const sealPart = (key: Buffer, place: AttachmentPlace, part: number, clear: Uint8Array): Buffer =>
  sealBytes(key, placeOfPart(place, part), clear);

/** Throws for a part of another attachment, another number, or an attachment of another length. */
export const openPart = (key: Buffer, place: AttachmentPlace, part: number, sealed: Buffer): Buffer =>
  openBytes(key, placeOfPart(place, part), sealed);
