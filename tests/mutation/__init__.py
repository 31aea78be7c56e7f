"""Mutation of the law: every small change to a page must be caught by its examples (SEMANTICS 28).  On demand only."""
