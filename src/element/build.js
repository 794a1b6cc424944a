/** The build that a file belongs to. The bundle has the first characters of a hash of its files here (`tools/number-build.mjs`). */
export const BUILD = '~build';
