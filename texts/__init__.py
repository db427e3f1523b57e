"""What was written: documents, posts, spans, datings and what could not be read."""
