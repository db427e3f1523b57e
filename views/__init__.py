"""What is shown: selections, the drawable layer, the map, the timeline and the exports."""
