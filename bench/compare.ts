/** Two ways to do the same, taken in turns in one run: what counts is their ratio, not the machine. */

export interface Spread {
  /** Milliseconds. */
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export interface Comparison {
  readonly name: string;
  readonly reference: string;
  readonly rounds: number;
  readonly ours: Spread;
  readonly theirs: Spread;
  /** Median of ours over median of the reference: 2 is twice as slow, 0.5 twice as fast. */
  readonly ratio: number;
}

/** Does its work once more and returns the milliseconds that count. */
type Run = (round: number) => number | Promise<number>;

/** Takes both in turns, beginning with the other one each time, after one round that does not count. */
export async function compare(
  what: { readonly name: string; readonly reference: string; readonly rounds: number },
  ours: Run,
  theirs: Run,
): Promise<Comparison> {
  const times = { ours: [] as number[], theirs: [] as number[] };
  for (let round = 0; round <= what.rounds; round += 1) {
    // Lets timers and messages of threads through.
    await new Promise((resolve) => setImmediate(resolve));
    const order = round % 2 === 0 ? (['ours', 'theirs'] as const) : (['theirs', 'ours'] as const);
    for (const side of order) {
      const ms = await { ours, theirs }[side](round);
      if (round > 0) times[side].push(ms);
    }
  }
  const found = { ours: spread(times.ours), theirs: spread(times.theirs) };
  return { ...what, ...found, ratio: rounded(found.ours.median / found.theirs.median) };
}

/** Milliseconds of one call, as the mean of a few in a row where one alone is too short to be timed. */
export async function timed(repeat: number, act: () => unknown): Promise<number> {
  const started = performance.now();
  for (let count = 0; count < repeat; count += 1) {
    const result = act();
    if (result instanceof Promise) await result;
  }
  return (performance.now() - started) / repeat;
}

/** Median, least and most. */
export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (index: number): number => sorted[index] ?? Number.NaN;
  const middle = (at(Math.floor((sorted.length - 1) / 2)) + at(Math.ceil((sorted.length - 1) / 2))) / 2;
  return { median: rounded(middle), least: rounded(at(0)), most: rounded(at(sorted.length - 1)) };
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
