import { type KeyboardEvent, useMemo, useState } from 'react';
import type { CodeOption } from './code-options.ts';
import { nothingFound, searchOptions } from './search-options.ts';

type Search = {
  options: readonly CodeOption[];
  fold: (text: string) => string;
  query: string;
  onChoose: (option: CodeOption, byKey: boolean) => void;
};

/** Opening, moving through and closing the list of codes under a field. */
export function useOptionSearch({ options, fold, query, onChoose }: Search) {
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const { found, insteadOf, retired } = useMemo(
    () => (isOpen ? searchOptions(options, query, fold) : nothingFound),
    [isOpen, options, query, fold],
  );
  const at = Math.min(active, found.length - 1);

  const open = () => {
    setActive(0);
    setOpen(true);
  };
  const close = () => setOpen(false);

  /** True where the key belonged to the list; Enter on an option chooses it. */
  const handleKey = (event: KeyboardEvent): boolean => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (event.ctrlKey) return false;
      event.preventDefault();
      if (!isOpen) open();
      else setActive((at + (event.key === 'ArrowDown' ? 1 : found.length - 1)) % Math.max(found.length, 1));
      return true;
    }
    if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      close();
      return true;
    }
    const option = found[at];
    if (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && isOpen && option !== undefined) {
      onChoose(option, true);
      close();
      return true;
    }
    return false;
  };

  return { isOpen, open, close, found, insteadOf, retired, active: at, setActive, handleKey };
}
