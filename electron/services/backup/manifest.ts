/** First file of a backup: what it holds, so that a person can decide before anything is replaced. */
import { z } from 'zod';
import { AppError } from '#shared/contract/errors.ts';
import { type BackupContents, backupContents } from '#shared/contract/exchange.ts';

export const manifestFile = 'manifest.json';
const manifestVersion = 1;

const manifestSchema = z.strictObject({
  format: z.literal('kriter-backup'),
  version: z.literal(manifestVersion),
  ...backupContents.omit({ bytes: true }).shape,
  /** In the order in which they follow the manifest. */
  files: z.array(
    z.strictObject({
      name: z.string(),
      bytes: z.number().int().nonnegative(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});
export type Manifest = z.output<typeof manifestSchema>;

export const manifestText = (manifest: Omit<Manifest, 'format' | 'version'>): string =>
  `${JSON.stringify({ format: 'kriter-backup', version: manifestVersion, ...manifest }, null, 1)}\n`;

/** BACKUP_FOREIGN where it is not ours, DB_NEWER_THAN_APP where a later program wrote it. */
export function parseManifest(text: string): Manifest {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new AppError('BACKUP_FOREIGN', {}, { cause });
  }
  const later = z
    .object({ format: z.literal('kriter-backup'), version: z.number().gt(manifestVersion) })
    .safeParse(json);
  if (later.success) throw new AppError('DB_NEWER_THAN_APP', { version: later.data.version });
  const parsed = manifestSchema.safeParse(json);
  if (!parsed.success) throw new AppError('BACKUP_FOREIGN');
  return parsed.data;
}

/** What the contract tells of a backup; `bytes` is the size of the file that holds it. */
export function contentsOf(manifest: Manifest, bytes: number): BackupContents {
  const { format: _format, version: _version, files: _files, ...contents } = manifest;
  return { ...contents, bytes };
}
