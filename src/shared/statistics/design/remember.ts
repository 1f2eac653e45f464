/** Keeps what was worked out from the columns until a record changes. */
export type Remember = <T>(name: string, make: () => T) => T;
