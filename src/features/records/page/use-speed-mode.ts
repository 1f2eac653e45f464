import { useState } from 'react';

/** Somebody who types a pile of papers begins the next record in the same mode. */
let lastChosen = false;

export function useSpeedMode(): readonly [boolean, (isOn: boolean) => void] {
  const [isOn, setOn] = useState(lastChosen);
  return [
    isOn,
    (next) => {
      lastChosen = next;
      setOn(next);
    },
  ];
}
