/** Tests look at both kinds of register; the program loads the one that it opens. */
import { loadRegister } from '#shared/dictionary/registers.ts';
import { registerKinds } from '#shared/dictionary/vocabulary.ts';

await Promise.all(registerKinds.map(loadRegister));
