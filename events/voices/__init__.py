"""What attributions are read with: cues, sources and contents, quotations and speech."""
