"""Files -> model, and every problem in them at its place."""
