<?php
/**
 * Plugin Name: Circular letter
 * Requires at least: 6.5
 */
add_action( 'init', function () {
	register_block_type( __DIR__ );
} );
