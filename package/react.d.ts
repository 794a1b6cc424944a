/**
 * Types of <circular-letter> in the JSX of React 19. They need the types of React (`@types/react`), and stand apart so that nobody else
 * does. Once in a project, in any module or declaration file:
 *
 *   import type {} from 'circular-letter/react';
 */

import type { DetailedHTMLProps, HTMLAttributes } from 'react';

import type { Catalogue, CircularLetter, CircularLetterEventMap, LetterText, RegistryEntry, Resolver } from './circular-letter.js';

/** The events as React 19 takes them: `on` and the name of the event, as it is. */
type Listeners = {
  [name in keyof CircularLetterEventMap as `on${name}`]?: ((event: CircularLetterEventMap[name]) => void) | undefined;
};

/** What <circular-letter> takes in JSX: its attributes, properties and events. */
export interface CircularLetterAttributes extends HTMLAttributes<CircularLetter>, Listeners {
  src?: string | null | undefined;
  letter?: string | null | undefined;
  catalogue?: string | Catalogue | null | undefined;
  languages?: string | null | undefined;
  with?: string | null | undefined;
  /** The attribute. It is right on a server, too; the property is not. */
  'ui-lang'?: string | null | undefined;
  uiLang?: string | null | undefined;
  controls?: string | null | undefined;
  theme?: 'light' | 'dark' | null | undefined;
  history?: 'query' | null | undefined;
  loading?: 'lazy' | 'eager' | null | undefined;
  timeout?: string | number | null | undefined;
  debug?: boolean | undefined;
  /** The attribute. It is right on a server, too; the property is not. */
  'manage-head'?: boolean | undefined;
  manageHead?: boolean | undefined;
  text?: LetterText | null | undefined;
  registry?: readonly RegistryEntry[] | null | undefined;
  resolver?: Resolver | null | undefined;
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'circular-letter': DetailedHTMLProps<CircularLetterAttributes, CircularLetter>;
    }
  }
}
