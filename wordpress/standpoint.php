<?php
/**
 * Plugin Name:       Standpoint
 * Description:       Who stands where, on what, in whose words: a comparison in your article, as a block or a shortcode.
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * Text Domain:       standpoint
 * Domain Path:       /languages
 *
 * @package Standpoint
 */

defined( 'ABSPATH' ) || exit;

require_once __DIR__ . '/documents.php';

/**
 * Registers a script, under an address that changes with it.
 *
 * @param string     $handle  What WordPress calls it.
 * @param string     $file    Its file.
 * @param string[]   $needs   What must be there before.
 * @param array|bool $options As `wp_register_script` takes them.
 */
function standpoint_script( $handle, $file, $needs, $options ) {
	wp_register_script( $handle, plugins_url( $file, __FILE__ ), $needs, hash_file( 'crc32b', __DIR__ . "/$file" ), $options );
}

/**
 * Registers the scripts, the block and the shortcode. None of the scripts is in a page
 * before something asks for it.
 */
function standpoint_register() {
	// Before 6.3, WordPress reads it as `in the footer`.
	$async  = array(
		'strategy'  => 'async',
		'in_footer' => true,
	);
	$editor = array( 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element', 'wp-escape-html', 'wp-i18n' );
	standpoint_script( 'standpoint', 'build/standpoint.js', array(), $async );
	standpoint_script( 'standpoint-check', 'check.js', array( 'wp-api-fetch', 'standpoint' ), true );
	standpoint_script( 'standpoint-block', 'block.js', array( 'standpoint-check', ...$editor ), true );
	// The readers' language, which need not be that of who writes.
	$settings = array( 'lang' => str_replace( '_', '-', get_locale() ) );
	wp_add_inline_script( 'standpoint-check', 'var standpoint = ' . wp_json_encode( $settings ) . ';', 'before' );
	wp_set_script_translations( 'standpoint-block', 'standpoint', __DIR__ . '/languages' );
	register_block_type( __DIR__, array( 'render_callback' => 'standpoint_block' ) );
	add_shortcode( 'standpoint', 'standpoint_shortcode' );
}
add_action( 'init', 'standpoint_register' );

/**
 * Has what comes into the media library checked, in every editor.
 */
function standpoint_check_uploads() {
	wp_enqueue_script( 'standpoint-check' );
}
add_action( 'wp_enqueue_media', 'standpoint_check_uploads' );

/**
 * Leaves the words in a comparison as they are: quotations are verbatim.
 *
 * @param string[] $tags Elements in which no sign is made a nicer one.
 * @return string[]
 */
function standpoint_verbatim( $tags ) {
	$tags[] = 'stance-comparison';
	return $tags;
}
add_filter( 'no_texturize_tags', 'standpoint_verbatim' );

/**
 * The block as readers get it.
 *
 * @param array  $attributes The block's.
 * @param string $content    What the editor has saved: the plain table in a `div`.
 * @return string
 */
function standpoint_block( $attributes, $content ) {
	$table = preg_replace( '~^\s*<div[^>]*>|</div>\s*$~', '', $content );
	return standpoint_comparison( $attributes, $table, get_block_wrapper_attributes() );
}

/**
 * The shortcode: `[standpoint src="…" view="…" theme="…" lang="…"]`.
 *
 * @param array|string $attributes The shortcode's.
 * @return string
 */
function standpoint_shortcode( $attributes ) {
	return standpoint_comparison( (array) $attributes, '', 'class="wp-block-standpoint-comparison"' );
}

/**
 * A comparison; nothing, for readers, where its document lies in the media library and
 * the checker has not accepted it.
 *
 * @param array  $attributes Those of the element.
 * @param string $table      The plain table, or nothing.
 * @param string $wrapper    Attributes of the element around it all.
 * @return string
 */
function standpoint_comparison( $attributes, $table, $wrapper ) {
	$src = esc_url( $attributes['src'] ?? '' );
	if ( ! $src ) {
		return '';
	}
	$id       = attachment_url_to_postid( $attributes['src'] );
	$document = $id ? standpoint_accepted( $id ) : '';
	$accepted = ! $id || $document;
	if ( ! $accepted && ( is_feed() || ! current_user_can( 'edit_post', $id ) ) ) {
		return '';
	}
	$table = $table ? $table : standpoint_table( $id, $src );
	if ( is_feed() ) {
		return $table;
	}
	wp_enqueue_script( 'standpoint' );
	$note = '';
	if ( ! $accepted ) {
		wp_enqueue_script( 'standpoint-check' );
		$note = '<p data-standpoint-unchecked><strong>' . esc_html__( 'Readers do not see this comparison: the checker has not accepted its document. If nothing is wrong in it, they see it from now on.', 'standpoint' ) . '</strong></p>';
	}
	$post = (int) get_the_ID();
	// The post's content, whatever the theme calls it.
	$story = sprintf( '.entry-content:has([data-post="%1$d"]), :not(.entry-content, .entry-content *):has(> [data-post="%1$d"])', $post );
	/**
	 * Filters the selector of the text in which the passages are looked for.
	 *
	 * @param string $story A CSS selector.
	 * @param int    $post  The post's id.
	 */
	$story   = apply_filters( 'standpoint_source_text', $story, $post );
	$element = '<stance-comparison src="' . $src . '" source-text="' . esc_attr( $story ) . '"';
	foreach ( array( 'view', 'theme', 'lang' ) as $name ) {
		if ( ! empty( $attributes[ $name ] ) ) {
			$element .= ' ' . $name . '="' . esc_attr( $attributes[ $name ] ) . '"';
		}
	}
	$rendered = $document ? standpoint_rendered( $document ) : '';
	return "<div $wrapper data-post=\"$post\">$note$element>$rendered<div style=\"overflow-x: auto\">$table</div></stance-comparison></div>";
}
