"""Three-valued logic over dates, numbers, choices and lists that may be known in part.  It knows no law."""
