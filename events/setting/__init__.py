"""Which places a happening has, in which role, and by which way a movement went."""
