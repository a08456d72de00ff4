"""Chinese text: what is the same, how it is typed, in which characters, how it sounds."""
