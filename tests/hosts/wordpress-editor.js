/**
 * Stands in for the block editor of WordPress. Blocks and elements are WordPress's own packages; of the two that weigh the most,
 * `@wordpress/block-editor` and `@wordpress/components`, it has what the block uses. What a server would tell the editor of the block is
 * in `block.json`.
 */
import * as blocks from '@wordpress/blocks';
import * as element from '@wordpress/element';

import definition from './circular-letter-block/block.json';

const { createElement } = element;

const blockEditor = { useBlockProps: () => ({ className: `wp-block ${blocks.getBlockDefaultClassName(definition.name)}` }) };

const TextControl = ({ label, value, onChange }) =>
  createElement('label', null, label, createElement('input', { value, onChange: (event) => onChange(event.target.value) }));

window.wp = { blocks, blockEditor, components: { TextControl }, element };

const { name, ...settings } = definition;
blocks.unstable__bootstrapServerSideBlockDefinitions({ [name]: settings });

let content = [];

const Editor = ({ block }) => {
  const [attributes, setAttributes] = element.useState(block.attributes);
  content = [{ ...block, attributes }];
  const { edit } = blocks.getBlockType(block.name);
  return createElement(edit, { attributes, setAttributes: (changed) => setAttributes({ ...attributes, ...changed }) });
};

window.application = {
  /** Opens what a page holds, as it is stored; without it, a page with a new block. */
  open(stored) {
    const [block] = stored ? blocks.parse(stored) : [blocks.createBlock(name)];
    element.createRoot(document.getElementById('place')).render(createElement(Editor, { block }));
  },
  /** What is stored of the page. */
  stored: () => blocks.serialize(content),
};
