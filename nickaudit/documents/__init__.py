"""What leaves as a page or a file for people."""
