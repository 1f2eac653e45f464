import type { z } from 'zod';
import type { Role } from './roles.ts';

/**
 * Who may call: nobody signed in yet (`anyone`), any account (`signed-in`), or accounts that hold one of the roles.
 * What a role may do with one particular record (own, others') is decided by the service behind it.
 */
export type Access = 'anyone' | 'signed-in' | readonly Role[];

/**
 * always: each call leaves an entry; refused: only refusals do; never: the same, and where anyone may call not even those.
 * There is nothing to write to before a session exists.
 */
export type AuditMode = 'always' | 'refused' | 'never';

export interface Procedure<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly input: I;
  readonly output: O;
  readonly access: Access;
  readonly audit: AuditMode;
  /** Allowed while the recovery sheet of a new register has not been typed back. */
  readonly duringSetup?: boolean;
}

/** Declares one call that may cross from the window (or the console) to the data. */
export const procedure = <I extends z.ZodType, O extends z.ZodType>(declared: Procedure<I, O>): Procedure<I, O> =>
  declared;

export type InputOf<P> = P extends Procedure<infer I, z.ZodType> ? z.input<I> : never;
export type ParsedInputOf<P> = P extends Procedure<infer I, z.ZodType> ? z.output<I> : never;
export type OutputOf<P> = P extends Procedure<z.ZodType, infer O> ? z.output<O> : never;
