"""Discretion by date: whom ICE put first, what weighed, its stay, and the closing of a case on the docket."""
