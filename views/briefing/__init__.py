"""Briefing maps: pictures that carry their proof."""
