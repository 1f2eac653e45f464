import { z } from 'zod';
import { contract } from '#shared/contract/contract.ts';
import type { Procedure } from '#shared/contract/procedure.ts';

/** Every procedure with its roles, audit and JSON Schemas of input and output. */
export function describeContract(): unknown {
  return Object.fromEntries(
    Object.entries<Procedure>(contract).map(([name, { access, audit, input, output }]) => [
      name,
      {
        roles: access,
        audit,
        input: z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }),
        output: z.toJSONSchema(output, { io: 'output', unrepresentable: 'any' }),
      },
    ]),
  );
}
