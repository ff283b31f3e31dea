<?php
/**
 * Has the classic editor for all posts.
 */

add_filter( 'use_block_editor_for_post', '__return_false' );
