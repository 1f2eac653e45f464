/** Logins are compared without regard to case and composition of letters. */
export const sameLogin = (a: string, b: string): boolean =>
  a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase();
