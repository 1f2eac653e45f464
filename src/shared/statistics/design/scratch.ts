/**
 * Room for numbers of a single count, used again by the next one: fresh arrays of a million units cost more time than
 * counting them. What stands in it holds until the same room is asked for again.
 */
export class Scratch<Room extends Int32Array | Float64Array> {
  readonly #make: (length: number) => Room;
  #array: Room;

  constructor(make: (length: number) => Room) {
    this.#make = make;
    this.#array = make(0);
  }

  /** So many places, holding whatever was last written. */
  take(length: number): Room {
    if (this.#array.length < length) this.#array = this.#make(length);
    return this.#array.subarray(0, length) as Room;
  }
}
