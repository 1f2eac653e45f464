/**
 * Room for numbers of a single count, used again by the next one: fresh arrays of a million units cost more time than
 * counting them. What stands in it holds until the same room is asked for again.
 */
export class Scratch {
  #array = new Int32Array(0);

  /** So many places, holding whatever was last written. */
  take(length: number): Int32Array {
    if (this.#array.length < length) this.#array = new Int32Array(length);
    return this.#array.subarray(0, length);
  }
}
