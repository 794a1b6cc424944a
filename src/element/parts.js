/** The parts in which the record of a long letter comes: each but the last ends after a segment of the letter. */

/** The number of segments in a part, as `letters::record` has it. */
const IN_PART = 1000;

/** A record, as far as its parts have come. */
export class Parts {
  record;
  #onBeginning;

  /** `onBeginning` is called with what there is when more is to come. */
  constructor(onBeginning) {
    this.#onBeginning = onBeginning;
  }

  take(part) {
    if (part.startsWith(']')) {
      Object.assign(this.record, JSON.parse(`{"segments":0${part.slice(1)}`), { segments: this.record.segments });
    } else if (this.record) {
      for (const segment of JSON.parse(`[${part.slice(1)}]`)) this.record.segments.push(segment);
      this.#onBeginning?.(this.record);
    } else {
      this.record = JSON.parse(`${part}]}`);
      if (this.record.segments.length === IN_PART) this.#onBeginning?.(this.record);
    }
  }
}
