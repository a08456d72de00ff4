"""What we say to people, in their language: labels, messages, and which language it is."""
