import { usePreference } from '../../../api/preference.ts';

/** Somebody who types a pile of papers begins the next record, and the next day, in the same mode. */
export function useSpeedMode(): readonly [boolean, (isOn: boolean) => void] {
  const { value, change } = usePreference('entry.speedMode');
  // What could not be kept is no reason to disturb whoever types: it counts for this window.
  return [value ?? false, (isOn) => void change(() => isOn).catch(() => undefined)];
}
