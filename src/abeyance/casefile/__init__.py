"""What is known about one case, and who says so.  It knows no law."""
