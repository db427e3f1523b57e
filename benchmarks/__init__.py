"""Speed, growth and quality, each by one command, and the commands that train the small models."""
