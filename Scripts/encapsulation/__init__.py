"""Puts a recorded call into other encapsulations; see Scripts/encapsulate."""
