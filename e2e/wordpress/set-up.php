<?php
/**
 * WordPress as a newsroom has it that begins: an administrator and an author, the plugin
 * installed from its archive.
 */

define( 'WP_INSTALLING', true );
list( , $site, $archive ) = $argv;
require $site . '/wp-load.php';
foreach ( array( 'upgrade', 'class-wp-upgrader', 'plugin', 'file', 'misc' ) as $part ) {
	require_once ABSPATH . "wp-admin/includes/$part.php";
}

/** Nobody is to be written to. */
function wp_new_blog_notification() {}

wp_install( 'News', 'admin', 'admin@example.org', true, '', 'admin' );
wp_insert_user(
	array(
		'user_login' => 'author',
		'user_pass'  => 'author',
		'user_email' => 'author@example.org',
		'role'       => 'author',
	)
);
if ( 'twentytwentythree' !== get_stylesheet() ) {
	exit( 'the theme is ' . esc_html( get_stylesheet() ) );
}
$upgrader  = new Plugin_Upgrader( new Automatic_Upgrader_Skin() );
$installed = $upgrader->install( $archive );
if ( true !== $installed ) {
	exit( 'the plugin was not installed: ' . print_r( $installed, true ) );
}
$active = activate_plugin( 'standpoint/standpoint.php' );
if ( is_wp_error( $active ) ) {
	exit( 'the plugin was not activated: ' . $active->get_error_message() );
}
echo 'ready';
