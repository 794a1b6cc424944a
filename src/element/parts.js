/**
 * The parts in which the record of a long letter comes: each but the last ends after an item of a list, which the next one
 * goes on with (`,`) or ends (`]`).
 */

/** The number of items in a part, as `letters::record` has it. */
const IN_PART = 1000;

/** A record, as far as its parts have come. */
export class Parts {
  record;
  /** The list that the next part may go on with. */
  #list;
  #onBeginning;

  /** `onBeginning` is called with what there is when more is to come. */
  constructor(onBeginning) {
    this.#onBeginning = onBeginning;
  }

  take(part) {
    const { record } = this;
    if (!record) {
      this.record = JSON.parse(`${part}]}`);
      this.#list = this.record.segments;
    } else if (part.startsWith(']')) {
      // The last one ends with a line.
      const members = JSON.parse(`{"segments":0${part.slice(1)}${part.endsWith('\n') ? '' : ']}'}`);
      this.#list = Object.values(members).at(-1);
      Object.assign(record, members, { segments: record.segments });
    } else {
      for (const item of JSON.parse(`[${part.slice(1)}]`)) this.#list.push(item);
    }
    const isLong = this.#list === this.record.segments && this.#list.length >= IN_PART;
    if (isLong) this.#onBeginning?.(this.record);
  }
}
