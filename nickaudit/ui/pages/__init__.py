"""The screens, one file each; they do not know each other."""
