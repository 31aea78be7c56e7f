"""What a respondent may be granted: the definitions, the elements of each relief, and the gates before it."""
