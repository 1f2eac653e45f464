/**
 * A cell that a spreadsheet would run as a formula gets an apostrophe in front, and loses it again on import.
 * Source: OWASP, CSV Injection; plain numbers such as -5 stay as they are.
 */
const startsLikeFormula = /^[=+\-@\t\r＝＋－＠]/;
const isPlainNumber = /^[+-]?\d+([.,]\d+)?$/;

/** Makes a text harmless for spreadsheets. */
export const neutralise = (text: string): string =>
  (startsLikeFormula.test(text) && !isPlainNumber.test(text)) || /^'+[=+\-@\t\r＝＋－＠]/.test(text)
    ? `'${text}`
    : text;

/** Undoes `neutralise`. */
export const restoreNeutralised = (text: string): string =>
  /^'+[=+\-@\t\r＝＋－＠]/.test(text) ? text.slice(1) : text;
