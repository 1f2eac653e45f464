const codes = ['ENOSPC', 'SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE'];

/** Whether a failure comes from a disk without room, whoever wrote to it. */
export function isDiskFull(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  return ('code' in cause && codes.includes(String(cause.code))) || isDiskFull(cause.cause);
}
