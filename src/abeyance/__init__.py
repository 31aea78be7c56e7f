"""abeyance: a removal case as a file that can be computed on."""
