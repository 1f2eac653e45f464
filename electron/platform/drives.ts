import { existsSync, readdirSync, readFileSync, statfsSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname } from 'node:path';

export interface Drive {
  readonly path: string;
  /** The name the system shows for it; never invented. */
  readonly label: string;
  readonly removable: boolean;
  readonly freeBytes: number;
  readonly totalBytes: number;
}

/** Bytes that can still be written where `path` lies or will lie. */
export function freeBytes(path: string): number {
  const stats = statfsSync(nearestExisting(path));
  return stats.bavail * stats.bsize;
}

const smallestDriveBytes = 1_000_000;

/** The home drive and every drive that is plugged in, removable ones first. */
export function listDrives(platform: NodeJS.Platform = process.platform): Drive[] {
  const mounts = platform === 'win32' ? windowsLetters() : unixMounts();
  return mounts
    .flatMap(({ path, removable }) => {
      try {
        const stats = statfsSync(path);
        // A mount of a few kilobytes is a file that some program laid there, not a drive.
        if (stats.blocks * stats.bsize < smallestDriveBytes) return [];
        const label = platform === 'win32' ? path : basename(path) || path;
        return [
          { path, label, removable, freeBytes: stats.bavail * stats.bsize, totalBytes: stats.blocks * stats.bsize },
        ];
      } catch {
        // A drive pulled out while we look is no drive.
        return [];
      }
    })
    .sort((one, other) => Number(other.removable) - Number(one.removable) || (one.path < other.path ? -1 : 1));
}

type Mount = { readonly path: string; readonly removable: boolean };

// Windows tells the kind of a drive only to native code: every letter but the system's counts as removable.
function windowsLetters(): Mount[] {
  const system = (process.env.SystemDrive ?? 'C:').toUpperCase();
  return [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
    .map((letter) => `${letter}:\\`)
    .filter((path) => existsSync(path))
    .map((path) => ({ path, removable: !path.startsWith(system) }));
}

const removableRoots = ['/media/', '/run/media/', '/mnt/', '/Volumes/'];

function unixMounts(): Mount[] {
  const home: Mount = { path: homedir(), removable: false };
  if (process.platform === 'darwin') {
    const volumes = readdirSync('/Volumes').map((name) => ({ path: `/Volumes/${name}`, removable: true }));
    return [home, ...volumes];
  }
  return [home, ...readMounts(readFileSync('/proc/self/mounts', 'utf8'))];
}

/** Mount points of removable media out of the text of /proc/mounts, where blanks are written as octal. */
export function readMounts(text: string): Mount[] {
  return text
    .split('\n')
    .map((line) => line.split(' ')[1] ?? '')
    .map((path) =>
      path.replace(/\\([0-7]{3})/g, (_all, octal: string) => String.fromCharCode(Number.parseInt(octal, 8))),
    )
    .filter((path) => removableRoots.some((root) => path.startsWith(root)))
    .map((path) => ({ path, removable: true }));
}

function nearestExisting(path: string): string {
  let candidate = path;
  while (!existsSync(candidate) && dirname(candidate) !== candidate) candidate = dirname(candidate);
  return candidate;
}
