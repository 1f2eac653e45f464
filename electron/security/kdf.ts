/** From a passphrase to a key: Argon2id with parameters that are stored with each slot. */
import { hashRaw } from '@node-rs/argon2';
import { z } from 'zod';

/** Memory in KiB. Never under 64 MiB: a header that asks for less was not written by this program. */
export const kdfParameters = z.strictObject({
  name: z.literal('argon2id'),
  memory: z.number().int().min(65_536).max(4_194_304),
  time: z.number().int().min(1).max(64),
  parallelism: z.number().int().min(1).max(16),
});
export type KdfParameters = z.output<typeof kdfParameters>;

/** As delivered: 256 MiB, three passes, one lane. */
export const deliveredKdf: KdfParameters = { name: 'argon2id', memory: 262_144, time: 3, parallelism: 1 };
const leastMemory = 65_536;
const longestSeconds = 3;

/** One spelling of the same letters, whatever keyboard or system composed them. */
export const normalisePassphrase = (passphrase: string): string => passphrase.normalize('NFKC');

/** 32 bytes that only this passphrase, salt and these parameters give. */
export async function stretch(passphrase: string, salt: Buffer, kdf: KdfParameters): Promise<Buffer> {
  const { memory, time, parallelism } = kdfParameters.parse(kdf);
  return hashRaw(Buffer.from(normalisePassphrase(passphrase), 'utf8'), {
    // 2 is Argon2id; the package exports a const enum that cannot be used in isolated modules.
    algorithm: 2,
    memoryCost: memory,
    timeCost: time,
    parallelism,
    outputLen: 32,
    salt,
  });
}

/** The delivered parameters, with memory halved on a machine that would need more than three seconds, down to 64 MiB. */
export async function calibrate(seconds: () => number = () => performance.now() / 1000): Promise<KdfParameters> {
  let kdf = deliveredKdf;
  while (kdf.memory > leastMemory) {
    const start = seconds();
    try {
      await stretch('calibration', Buffer.alloc(16, 1), kdf);
      if (seconds() - start <= longestSeconds) return kdf;
    } catch {
      // Not enough memory on this machine: half of it is tried next.
    }
    kdf = { ...kdf, memory: Math.max(leastMemory, Math.floor(kdf.memory / 2)) };
  }
  return kdf;
}
