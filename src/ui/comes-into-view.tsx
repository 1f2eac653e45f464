import { type ReactNode, useEffect, useRef } from 'react';

/** What appears because of a click must be seen, also where the page is longer than the window. */
export function ComesIntoView({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  // In braces: newer Chromium answers with a promise, which React would take for a clean-up.
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return <div ref={box}>{children}</div>;
}
