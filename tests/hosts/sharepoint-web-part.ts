import { BaseClientSideWebPart } from '@microsoft/sp-webpart-base';
import { type IPropertyPaneConfiguration, PropertyPaneTextField } from '@microsoft/sp-property-pane';

export interface ICircularLetterWebPartProps {
  src: string;
  languages: string;
  language: string;
}

let loading: Promise<void> | undefined;

const load = (address: string): Promise<void> => {
  loading = loading || new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.type = 'module';
    script.src = address;
    script.onload = () => resolve();
    script.onerror = () => {
      loading = undefined;
      reject(new Error(`There is no viewer at ${address}`));
    };
    document.head.appendChild(script);
  });
  return loading;
};

export default class CircularLetterWebPart extends BaseClientSideWebPart<ICircularLetterWebPartProps> {
  private _letter: HTMLElement | undefined;

  protected onInit(): Promise<void> {
    return load(`${this.context.pageContext.site.absoluteUrl}/SiteAssets/circular-letter/circular-letter.js`);
  }

  public render(): void {
    if (!this._letter) {
      this._letter = document.createElement('circular-letter');
      this.domElement.appendChild(this._letter);
    }
    // An attribute that says the same as before changes nothing.
    this._letter.setAttribute('src', this.properties.src || '');
    this._letter.setAttribute('languages', this.properties.languages || '');
    this._letter.setAttribute('lang', this.properties.language || '');
  }

  // The property pane gets a button. Without this, the letter would be asked for at each pause in typing its address.
  protected get disableReactivePropertyChanges(): boolean {
    return true;
  }

  protected getPropertyPaneConfiguration(): IPropertyPaneConfiguration {
    return {
      pages: [{
        header: { description: 'Circular letter' },
        groups: [{
          groupFields: [
            PropertyPaneTextField('src', { label: 'Address of the letter (Markdown)' }),
            PropertyPaneTextField('languages', { label: 'With {lang} in the address: the languages that there are' }),
            PropertyPaneTextField('language', { label: 'Language: ar, zh, en, fr, ru, es' }),
          ],
        }],
      }],
    };
  }
}
