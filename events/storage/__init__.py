"""The store's inside: its tables, its queries and what it keeps of each thing."""
