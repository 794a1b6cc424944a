<?php
// Empty attributes are left out. The rest is escaped by the function; esc_url() would take {lang} out of the address.
$given = array_filter(
	array( 'src' => $attributes['src'], 'languages' => $attributes['languages'], 'lang' => $attributes['language'] )
);
?>
<circular-letter <?php echo get_block_wrapper_attributes( $given ); ?>>
	<?php if ( $attributes['pdf'] ) : ?>
		<p><a href="<?php echo esc_url( $attributes['pdf'] ); ?>">PDF</a></p>
	<?php endif; ?>
</circular-letter>
