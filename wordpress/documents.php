<?php
/**
 * Documents in the media library: what may come in, what the checker has accepted, and
 * what was rendered of them.
 *
 * @package Standpoint
 */

defined( 'ABSPATH' ) || exit;

/**
 * Says which document is in a file: the same for the document itself and for what
 * `standpoint render` wrote of it.
 *
 * @param string $file A file's path.
 * @return string A digest; empty where there is no document.
 */
function standpoint_document( $file ) {
	if ( ! is_readable( $file ) || filesize( $file ) > 8 * MB_IN_BYTES ) {
		return '';
	}
	// phpcs:ignore WordPress.WP.AlternativeFunctions -- It is a file of this server.
	$text = preg_replace( '~^\xEF\xBB\xBF~', '', file_get_contents( $file ) );
	if ( preg_match( '~^<stance-comparison.*?<script type="application/json">(.*?)</script>~s', $text, $within ) ) {
		$text = $within[1];
	}
	$document = json_decode( $text, true, 120 );
	$is_ours  = is_array( $document ) && 'standpoint/1' === ( $document['format'] ?? '' );
	return $is_ours ? hash( 'sha256', wp_json_encode( $document ) ) : '';
}

/**
 * Lets documents in from those who may upload.
 *
 * @param string[]         $types Types by the endings of names.
 * @param int|WP_User|null $user  Whose; without one, who is logged in.
 * @return string[]
 */
function standpoint_types( $types, $user = null ) {
	$may = $user ? user_can( $user, 'upload_files' ) : current_user_can( 'upload_files' );
	return $may ? $types + array( 'json' => 'application/json' ) : $types;
}
add_filter( 'upload_mimes', 'standpoint_types', 10, 2 );

/**
 * Keeps out other JSON than documents, unless somebody else lets it in.
 *
 * @param array $file What is being uploaded.
 * @return array
 */
function standpoint_refuse( $file ) {
	remove_filter( 'upload_mimes', 'standpoint_types' );
	$allowed = get_allowed_mime_types();
	add_filter( 'upload_mimes', 'standpoint_types', 10, 2 );
	$is_json = preg_match( '~\.json$~i', $file['name'] );
	if ( $is_json && ! wp_check_filetype( $file['name'], $allowed )['ext'] && ! standpoint_document( $file['tmp_name'] ) ) {
		$file['error'] = __( 'This is no document of Standpoint. It would be JSON of at most 8 MB, with "format": "standpoint/1". Make one in the Studio, or see what the checker says.', 'standpoint' );
	}
	return $file;
}
add_filter( 'wp_handle_upload_prefilter', 'standpoint_refuse' );
add_filter( 'wp_handle_sideload_prefilter', 'standpoint_refuse' );

/**
 * Knows documents, and what was rendered of them, where PHP takes them for any text.
 *
 * @param array         $data     What WordPress has found: `ext`, `type` and `proper_filename`.
 * @param string        $file     The file's path.
 * @param string        $filename Its name.
 * @param string[]|null $mimes    Types by the endings of names.
 * @return array
 */
function standpoint_filetype( $data, $file, $filename, $mimes ) {
	if ( empty( $data['type'] ) && standpoint_document( $file ) ) {
		return array_merge( $data, wp_check_filetype( $filename, $mimes ) );
	}
	return $data;
}
add_filter( 'wp_check_filetype_and_ext', 'standpoint_filetype', 10, 4 );

/**
 * Remembers of what document something was rendered, to find it by that.
 *
 * @param int $id The attachment.
 */
function standpoint_remember( $id ) {
	if ( 'text/html' === get_post_mime_type( $id ) ) {
		update_post_meta( $id, '_standpoint_rendered', standpoint_document( get_attached_file( $id ) ) );
	}
}
add_action( 'add_attachment', 'standpoint_remember' );

/**
 * Says which document an attachment is, if the checker has accepted that.
 *
 * @param int $id The attachment.
 * @return string A digest; empty where it has not, or the file is another one by now.
 */
function standpoint_accepted( $id ) {
	$document = standpoint_document( get_attached_file( $id ) );
	return get_post_meta( $id, '_standpoint_accepted', true ) === $document ? $document : '';
}

/**
 * The plain table of a document, or a link to it.
 *
 * @param int    $id  The attachment, if it is one.
 * @param string $src The document's address, escaped.
 * @return string
 */
function standpoint_table( $id, $src ) {
	$table = $id ? get_post_meta( $id, '_standpoint_table', true ) : '';
	return $table ? $table : '<p><a href="' . $src . '">' . esc_html__( 'Who stands where, on what, in whose words', 'standpoint' ) . '</a></p>';
}

/**
 * What `standpoint render` wrote of this very document, if it was uploaded by somebody
 * who may write any HTML.
 *
 * @param string $document The document's digest.
 * @return string A declarative shadow root.
 */
function standpoint_rendered( $document ) {
	$found = get_posts(
		array(
			'post_type'      => 'attachment',
			'post_status'    => 'inherit',
			'post_mime_type' => 'text/html',
			'numberposts'    => 1,
			'meta_key'       => '_standpoint_rendered', // phpcs:ignore WordPress.DB.SlowDBQuery -- One attachment, by a digest.
			'meta_value'     => $document, // phpcs:ignore WordPress.DB.SlowDBQuery -- The same.
		)
	);
	if ( ! $found || ! user_can( $found[0]->post_author, 'unfiltered_html' ) ) {
		return '';
	}
	// phpcs:ignore WordPress.WP.AlternativeFunctions -- It is a file of this server.
	preg_match( '~<template shadowrootmode="open">.*</template>~s', (string) file_get_contents( get_attached_file( $found[0]->ID ) ), $root );
	$style = basename( glob( __DIR__ . '/build/standpoint-*.css' )[0] ?? '' );
	$href  = '$1' . esc_url( plugins_url( "build/$style", __FILE__ ) ) . '"';
	return preg_replace( '~(<link rel="stylesheet" href=")[^"]*"~', $href, $root[0] ?? '', 1 ); // phpcs:ignore WordPress.WP.EnqueuedResources -- In a shadow root.
}

/**
 * The way on which the editor's page tells that the checker has accepted a document.
 */
function standpoint_route() {
	register_rest_route(
		'standpoint/v1',
		'/accepted',
		array(
			'methods'             => 'POST',
			'callback'            => 'standpoint_accept',
			'permission_callback' => function () {
				return current_user_can( 'edit_posts' );
			},
			'args'                => array(
				'src'   => array(
					'type'     => 'string',
					'required' => true,
				),
				'table' => array(
					'type'     => 'string',
					'required' => true,
				),
			),
		)
	);
}
add_action( 'rest_api_init', 'standpoint_route' );

/**
 * Remembers that the checker has accepted a document, and its plain table.
 *
 * @param WP_REST_Request $request With the document's address and the table.
 * @return array Whether readers see the document.
 */
function standpoint_accept( $request ) {
	$id = attachment_url_to_postid( $request['src'] );
	if ( $id && current_user_can( 'edit_post', $id ) ) {
		update_post_meta( $id, '_standpoint_accepted', standpoint_document( get_attached_file( $id ) ) );
		update_post_meta( $id, '_standpoint_table', wp_slash( wp_kses_post( $request['table'] ) ) );
	}
	return array( 'public' => ! $id || standpoint_accepted( $id ) );
}

/**
 * Puts a shortcode where the classic editor would put a link to the document.
 *
 * @param string $html What would be put.
 * @param int    $id   The attachment.
 * @return string
 */
function standpoint_insert( $html, $id ) {
	$is_document = 'application/json' === get_post_mime_type( $id ) && standpoint_document( get_attached_file( $id ) );
	return $is_document ? '[standpoint src="' . esc_url( wp_get_attachment_url( $id ) ) . '"]' : $html;
}
add_filter( 'media_send_to_editor', 'standpoint_insert', 10, 2 );
