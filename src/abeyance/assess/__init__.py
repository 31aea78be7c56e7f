"""Asks the law every question about one file on one day, and makes the Brief of the answers."""
