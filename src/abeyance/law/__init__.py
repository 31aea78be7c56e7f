"""The law, one topic a page, written in logic over the facts of the case file."""
