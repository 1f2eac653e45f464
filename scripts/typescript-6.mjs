/** dependency-cruiser reads TypeScript through the compiler's old interface, which TypeScript 7 does not offer yet. */
import { registerHooks } from 'node:module';

// Throws where the package is missing: dependency-cruiser would find no file, no violation, and be content.
import.meta.resolve('typescript-6');

registerHooks({
  resolve: (specifier, context, next) =>
    /^typescript(\/|$)/.test(specifier)
      ? next(specifier.replace('typescript', 'typescript-6'), context)
      : next(specifier, context),
});
