/** What is made once, of what the first call gives, and again after a failure. */
export const once = (make) => {
  let made;
  return (...given) => {
    made ??= make(...given).catch((error) => {
      made = undefined;
      throw error;
    });
    return made;
  };
};
