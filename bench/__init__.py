"""How fast abeyance is, beside what people would use instead: ``python -m bench`` (docs/developers/bench.md)."""
