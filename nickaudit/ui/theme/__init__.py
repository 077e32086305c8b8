"""How everything looks: tokens, style sheet, icons."""
