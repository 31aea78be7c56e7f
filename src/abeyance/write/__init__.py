"""Writing: a brief as text, JSON, a page and a PDF; letters and packets from the facts of a file."""
