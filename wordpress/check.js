/**
 * Has the checker look at documents: the element, whose WebAssembly it is in, shows each
 * one once where nobody sees it, and says in the checker's words what is wrong. The server
 * is told of what is right, and of nothing else.
 */
( function ( wp, settings ) {
	/**
	 * What the checker finds.
	 *
	 * @param {string} src  The document's address.
	 * @param {string} lang The language of the plain table; without one, the site's.
	 * @return {Promise<{table: string, public: boolean}>} The table, and whether readers see
	 *     the document; rejected with the lines that say what is wrong.
	 */
	settings.check = function ( src, lang ) {
		return new Promise( function ( resolve, reject ) {
			const element = document.createElement( 'stance-comparison' );
			element.addEventListener( 'stance-error', function ( event ) {
				const { message, problems } = event.detail;
				element.remove();
				reject( [
					message,
					...problems.map(
						( { pointer, message: what, mend } ) => `${ pointer || '(document)' }: ${ what }. ${ mend }.`
					),
				] );
			} );
			element.addEventListener( 'stance-ready', async function () {
				try {
					const table = await element.exportAs( 'html' );
					const answer = await wp.apiFetch( {
						path: '/standpoint/v1/accepted',
						method: 'POST',
						data: { src, table },
					} );
					resolve( { table, public: answer.public } );
				} catch ( error ) {
					reject( [ error.message ] );
				}
				element.remove();
			} );
			element.hidden = true;
			element.setAttribute( 'src', src );
			element.setAttribute( 'lang', lang || settings.lang );
			element.setAttribute( 'loading', 'eager' );
			document.body.append( element );
		} );
	};

	// What comes into the media library.
	if ( wp.Uploader ) {
		const { success } = wp.Uploader.prototype;
		wp.Uploader.prototype.success = function ( attachment ) {
			success.apply( this, arguments );
			if ( 'application/json' !== attachment.get( 'mime' ) ) {
				return;
			}
			const file = { name: attachment.get( 'filename' ) };
			settings.check( attachment.get( 'url' ) ).catch( function ( lines ) {
				const state = wp.media.frame && wp.media.frame.state();
				if ( state && state.get( 'selection' ) ) {
					state.get( 'selection' ).remove( attachment );
				}
				wp.Uploader.errors.unshift( { message: lines.join( ' ' ), data: {}, file } );
			} );
		};
	}

	// What an editor sees in the page and readers do not.
	document.querySelectorAll( '[data-standpoint-unchecked] + stance-comparison' ).forEach( function ( element ) {
		settings.check( element.src ).catch( function () {} ); // the element says it itself
	} );
} )( window.wp, window.standpoint );
