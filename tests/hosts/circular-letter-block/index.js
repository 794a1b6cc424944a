( ( { blocks, blockEditor, components, element } ) => {
	const fields = {
		src: 'Address of the letter (Markdown)',
		languages: 'With {lang} in the address: the languages that there are',
		language: 'Language: ar, zh, en, fr, ru, es',
		pdf: 'Address of the PDF file, for browsers that cannot show the letter',
	};
	blocks.registerBlockType( 'circular-letter/letter', {
		edit: ( { attributes, setAttributes } ) =>
			element.createElement( 'div', blockEditor.useBlockProps(), ...Object.entries( fields ).map( ( [ name, label ] ) =>
				element.createElement( components.TextControl, {
					key: name,
					label,
					value: attributes[ name ],
					onChange: ( value ) => setAttributes( { [ name ]: value } ),
				} )
			) ),
		save: () => null,
	} );
} )( window.wp );
