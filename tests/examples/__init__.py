"""Whole cases: what the brief of each example must say, in words and as a page."""
