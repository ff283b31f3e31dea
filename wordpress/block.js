/**
 * The block in the editor: chooses a document, shows it as readers will see it, and says
 * what is wrong in it.
 */
( function ( wp, settings ) {
	const { createElement: el, Fragment, RawHTML, useEffect, useState } = wp.element;
	const { BlockControls, InspectorControls, MediaPlaceholder, MediaReplaceFlow, useBlockProps } = wp.blockEditor;
	const { Notice, PanelBody, SelectControl, TextControl } = wp.components;
	const { escapeAttribute } = wp.escapeHtml;
	const { __ } = wp.i18n;

	/** What takes documents: from disk, from the media library, or by their address. */
	const accepted = { accept: '.json', allowedTypes: [ 'application/json' ] };

	/** What stands in the post until the table is there: it can be read without the plugin. */
	const link = ( src ) => `<p><a href="${ escapeAttribute( src ) }">${ escapeAttribute( src ) }</a></p>`;

	/** Defines the element in the editor's frame, where it has one. */
	const define = ( node ) => {
		const home = node && node.ownerDocument;
		const id = 'standpoint-js';
		if ( home && ! home.getElementById( id ) ) {
			const { src } = document.getElementById( id );
			home.head.append( Object.assign( home.createElement( 'script' ), { id, src } ) );
		}
	};

	const Settings = ( { attributes: { view, theme, lang }, setAttributes } ) =>
		el(
			InspectorControls,
			{},
			el(
				PanelBody,
				{ title: __( 'Comparison', 'standpoint' ) },
				el( SelectControl, {
					label: __( 'View', 'standpoint' ),
					value: view,
					options: [
						{ value: '', label: __( 'Overview', 'standpoint' ) },
						{ value: 'versus', label: __( 'Side by side', 'standpoint' ) },
						{ value: 'spectrum', label: __( 'Spectrum', 'standpoint' ) },
						{ value: 'timeline', label: __( 'Timeline', 'standpoint' ) },
						{ value: 'statements', label: __( 'Statements', 'standpoint' ) },
					],
					onChange: ( value ) => setAttributes( { view: value } ),
				} ),
				el( SelectControl, {
					label: __( 'Theme', 'standpoint' ),
					value: theme,
					options: [
						{ value: '', label: __( 'As the page', 'standpoint' ) },
						{ value: 'light', label: __( 'Light', 'standpoint' ) },
						{ value: 'dark', label: __( 'Dark', 'standpoint' ) },
					],
					onChange: ( value ) => setAttributes( { theme: value } ),
				} ),
				el( TextControl, {
					label: __( 'Language', 'standpoint' ),
					help: __( 'A tag such as de or pt-BR; without one, the language of the page.', 'standpoint' ),
					value: lang,
					onChange: ( value ) => setAttributes( { lang: value } ),
				} )
			)
		);

	const edit = ( { attributes, setAttributes } ) => {
		const { src, view, theme, lang, table } = attributes;
		const [ lines, setLines ] = useState( [] );
		const [ refused, setRefused ] = useState( false );
		const choose = ( address ) => address && setAttributes( { src: address, table: link( address ) } );
		const chosen = {
			...accepted,
			// At first it is on its way only, and has no id; and if it is refused, it is nothing.
			onSelect: ( media ) => media && media.id && choose( media.url ),
			onSelectURL: choose,
		};

		useEffect( () => {
			let current = !! src;
			setLines( [] );
			setRefused( false );
			const found = ( result ) => {
				if ( ! current ) {
					return;
				}
				if ( table === link( src ) ) {
					setAttributes( { table: result.table } );
				}
				if ( ! result.public ) {
					setLines( [ __( 'Readers do not see this comparison until somebody who may edit its document has opened it here.', 'standpoint' ) ] );
				}
			};
			const refuse = ( wrong ) => {
				if ( current ) {
					setLines( [ __( 'The checker has not accepted this document: readers do not see it.', 'standpoint' ), ...wrong ] );
					setRefused( true );
				}
			};
			if ( src ) {
				settings.check( src, lang ).then( found, refuse );
			}
			return () => ( current = false );
		}, [ src, lang ] );

		const problems =
			!! lines.length &&
			el(
				Notice,
				{ status: 'error', isDismissible: false },
				lines.map( ( line ) => el( 'p', { key: line }, line ) )
			);
		if ( ! src ) {
			return el(
				'div',
				useBlockProps(),
				problems,
				el( MediaPlaceholder, {
					...chosen,
					icon: 'columns',
					labels: {
						title: 'Standpoint',
						instructions: __( 'Choose a document: upload one, pick it from the media library, or give its address.', 'standpoint' ),
					},
					onError: ( message ) => setLines( [ message ] ),
				} )
			);
		}
		return el(
			'div',
			useBlockProps( { ref: define } ),
			el( BlockControls, { group: 'other' }, el( MediaReplaceFlow, { ...chosen, mediaURL: src } ) ),
			el( Settings, { attributes, setAttributes } ),
			problems,
			! refused &&
				el( 'stance-comparison', {
					src,
					view: view || undefined,
					theme: theme || undefined,
					lang: lang || settings.lang,
					loading: 'eager',
				} )
		);
	};

	const save = ( { attributes } ) => el( 'div', useBlockProps.save(), el( RawHTML, {}, attributes.table ) );

	wp.blocks.registerBlockType( 'standpoint/comparison', { edit, save } );
} )( window.wp, window.standpoint );
