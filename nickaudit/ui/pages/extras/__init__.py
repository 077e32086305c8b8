"""What the pages for another evening have in common."""
