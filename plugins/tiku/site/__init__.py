"""What a built site has besides questions: pages, data for scripts, styles and scripts."""
