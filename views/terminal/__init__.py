"""The commands of the terminal, one a file: each adds its options and runs."""
