// A page of Angular.

import { CUSTOM_ELEMENTS_SCHEMA, Component, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import 'circular-letter/define';
import type { CircularLetterEventMap } from 'circular-letter';

interface Shown { src: string; lang: string }

@Component({
  selector: 'letter-page',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    @if (shown(); as letter) {
      <circular-letter [attr.src]="letter.src" [attr.lang]="letter.lang" [attr.ui-lang]="letter.lang" [resolver]="resolver"
        (letter-load)="onLoad($event)"></circular-letter>
    }
  `,
})
class LetterPage {
  readonly shown = signal<Shown | undefined>(undefined);
  readonly loaded: CircularLetterEventMap['letter-load']['detail']['src'][] = [];

  readonly resolver = (id: string) => (id.startsWith('sg/cl/') ? { href: `/circulars/${id}` } : undefined);

  onLoad(event: CircularLetterEventMap['letter-load']): void {
    this.loaded.push(event.detail.src);
  }

  constructor() {
    Object.assign(window, {
      application: {
        loaded: this.loaded,
        show: (letter: Shown) => this.shown.set(letter),
        leave: () => this.shown.set(undefined),
      },
    });
  }
}

await bootstrapApplication(LetterPage);
