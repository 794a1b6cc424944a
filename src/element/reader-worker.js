/** The reader in a worker: gets the compiled module, then the bytes of files, and sends the parts of their records. */
import { initSync, read } from './reader.js';

const answer = ({ module, id, bytes, language }) => {
  if (module) {
    initSync({ module });
    return { isReady: true };
  }
  const failure = read(bytes, language, '', (part) => postMessage({ id, part }));
  return { id, isDone: true, failure };
};

addEventListener('message', ({ data }) => {
  try {
    postMessage(answer(data));
  } catch {
    postMessage({ id: data.id, hasFailed: true });
  }
});
