/**
 * Stands in for `@microsoft/sp-webpart-base` and `@microsoft/sp-property-pane`, which weigh more than everything else here together and
 * want SharePoint around them. It has what the recipe uses of them, and no more.
 */

export class BaseClientSideWebPart<Properties> {
  public constructor(
    protected readonly domElement: HTMLElement,
    protected readonly properties: Properties,
    protected readonly context: { readonly pageContext: { readonly site: { readonly absoluteUrl: string } } },
  ) {}

  protected onInit(): Promise<void> {
    return Promise.resolve();
  }

  protected get disableReactivePropertyChanges(): boolean {
    return false;
  }

  protected onDispose(): void {
    // As in the original, there is nothing to do.
  }
}

interface IPropertyPaneField {
  readonly targetProperty: string;
  readonly label: string;
}

export interface IPropertyPaneConfiguration {
  pages: { header: { description: string }; groups: { groupFields: IPropertyPaneField[] }[] }[];
}

export const PropertyPaneTextField = (targetProperty: string, { label }: { label: string }): IPropertyPaneField => ({ targetProperty, label });
