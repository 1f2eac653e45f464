/** Many short texts in two flat arrays: a string of its own costs several times its letters. */
export class FlatTexts {
  /** Text t stands in #letters from #starts[t] to #starts[t + 1]. */
  readonly #letters: Uint16Array;
  readonly #starts: Uint32Array;

  constructor(texts: readonly string[]) {
    this.#starts = new Uint32Array(texts.length + 1);
    this.#letters = new Uint16Array(texts.reduce((sum, { length }) => sum + length, 0));
    let end = 0;
    for (const [at, text] of texts.entries()) {
      for (let letter = 0; letter < text.length; letter += 1) this.#letters[end + letter] = text.charCodeAt(letter);
      end += text.length;
      this.#starts[at + 1] = end;
    }
  }

  at(index: number): string {
    const [from, to] = [this.#starts[index] as number, this.#starts[index + 1] as number];
    return String.fromCharCode(...this.#letters.subarray(from, to));
  }

  equals(index: number, text: string): boolean {
    const [from, to] = [this.#starts[index] as number, this.#starts[index + 1] as number];
    if (to - from !== text.length) return false;
    for (let at = 0; at < text.length; at += 1) if (this.#letters[from + at] !== text.charCodeAt(at)) return false;
    return true;
  }

  get bytes(): number {
    return this.#letters.byteLength + this.#starts.byteLength;
  }
}
