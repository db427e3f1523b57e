"""What is brought into the store: files, exports that return, tables of others."""
