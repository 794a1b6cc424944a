/** What the viewer gets from the loader of its element: the presenter of its letters, and what is at addresses. */
import { Failure } from './fetching.js';
import { jsonAt, recordFrom } from './records.js';

/** Calls `done` with the value, or with the code of the failure; returns a function that ends the request. */
const passed = (get, done) => {
  const controller = new AbortController();
  const { signal } = controller;
  get(signal).then(
    (value) => signal.aborted || done(value),
    (error) => signal.aborted || done(undefined, error instanceof Failure ? error.code : 'network'),
  );
  return () => controller.abort();
};

export class Loader {
  constructor(presenter, compose) {
    this.presenter = presenter;
    this.compose = compose;
  }

  /** Gets the record of a version, for `done(record, failure)`. Returns a function that ends the request. */
  record(version, timeout, done) {
    return passed((signal) => recordFrom(version, { timeout, signal }), done);
  }

  /** Gets JSON, in the same way; nothing where there is none. */
  json(address, timeout, done) {
    return passed((signal) => jsonAt(address, { timeout, signal }), done);
  }
}
