import type { z } from 'zod';

/** Where input does not fit, as field paths with the kind of problem; the refused values themselves are never named. */
export function inputProblems(error: z.ZodError): string[] {
  return error.issues.map((issue) => `${issue.path.map(String).join('.') || '(input)'}: ${issue.code}`).slice(0, 20);
}
