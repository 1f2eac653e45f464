/** dependency-cruiser reads TypeScript through the compiler's old interface, which TypeScript 7 does not offer yet. */
import { registerHooks } from 'node:module';

registerHooks({
  resolve: (specifier, context, next) =>
    /^typescript(\/|$)/.test(specifier)
      ? next(specifier.replace('typescript', 'typescript-6'), context)
      : next(specifier, context),
});
