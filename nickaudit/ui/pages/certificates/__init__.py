"""What the pages about a person's own certificate are built from: each part knows one thing to do with it."""
