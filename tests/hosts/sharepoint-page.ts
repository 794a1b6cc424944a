/**
 * Stands in for a page of SharePoint: it makes web parts, starts and shows them, sets their properties as the property pane does, and takes
 * them out.
 */
import CircularLetterWebPart, { type ICircularLetterWebPartProps } from './sharepoint-web-part';

/** What SharePoint may call, though the class keeps it from others. */
interface Lifecycle {
  onInit(): Promise<void>;
  render(): void;
  onDispose(): void;
  readonly disableReactivePropertyChanges: boolean;
  getPropertyPaneConfiguration(): { pages: { groups: { groupFields: { targetProperty: string }[] }[] }[] };
}

/** A site below the root of its server, as those of SharePoint are. */
const context = { pageContext: { site: { absoluteUrl: `${location.origin}/hosts/sites/letters` } } };

const add = async (properties: ICircularLetterWebPartProps) => {
  const place = document.createElement('div');
  document.getElementById('place')?.append(place);
  const part = new CircularLetterWebPart(place, properties, context) as unknown as Lifecycle;
  await part.onInit();
  part.render();
  return {
    place,
    /** The names of the properties that the property pane has. */
    fields: part.getPropertyPaneConfiguration().pages.flatMap(({ groups }) => groups)
      .flatMap(({ groupFields }) => groupFields.map(({ targetProperty }) => targetProperty)),
    /** Whether what is typed into the property pane waits for a button. */
    waits: part.disableReactivePropertyChanges,
    set(changed: Partial<ICircularLetterWebPartProps>) {
      Object.assign(properties, changed);
      part.render();
    },
    leave() {
      part.onDispose();
      place.remove();
    },
  };
};

Object.assign(window, { application: { add } });
