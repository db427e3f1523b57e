"""Who says what: times, attributions, statuses, kinds, movements and the claims made of them."""
