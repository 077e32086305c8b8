"""Reading certificates from folders and files, for the head's pages."""
