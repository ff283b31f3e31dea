<?php
/**
 * Leaves posts readable when the plugin is deleted. A block has its table in the post; a
 * shortcode would stand there as its letters, so it becomes the table of its document, or
 * a link to it.
 *
 * @package Standpoint
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

require_once __DIR__ . '/documents.php';

/**
 * What stays of a shortcode.
 *
 * @param string[] $found Its parts, as `get_shortcode_regex` names them.
 * @return string
 */
function standpoint_leave( $found ) {
	$src = esc_url( shortcode_parse_atts( $found[3] )['src'] ?? '' );
	if ( '[' === $found[1] || ! $src ) {
		return $found[0]; // It is written about, not used.
	}
	return standpoint_table( attachment_url_to_postid( $src ), $src );
}

/**
 * Goes through the posts and their revisions.
 */
function standpoint_leave_all() {
	global $wpdb;
	// Not with wp_update_post, which would take out what who deletes plugins may not write.
	$posts = $wpdb->get_results( "SELECT ID, post_content FROM $wpdb->posts WHERE post_content LIKE '%[standpoint %'" ); // phpcs:ignore WordPress.DB.DirectDatabaseQuery -- Once, and never again.
	foreach ( $posts as $post ) {
		$content = preg_replace_callback( '/' . get_shortcode_regex( array( 'standpoint' ) ) . '/', 'standpoint_leave', $post->post_content );
		$wpdb->update( $wpdb->posts, array( 'post_content' => $content ), array( 'ID' => $post->ID ) ); // phpcs:ignore WordPress.DB.DirectDatabaseQuery -- The same.
		clean_post_cache( $post->ID );
	}
	foreach ( array( 'accepted', 'table', 'rendered' ) as $key ) {
		delete_post_meta_by_key( "_standpoint_$key" );
	}
}

standpoint_leave_all();
