import { canonicalJson, sha256Of } from '../statistics/digest.ts';

/** First 16 hex digits of SHA-256 over question and figures; without names, so the same whoever asks and in every language. */
export const qualityDigest = (figures: object): string => sha256Of(canonicalJson(figures));
