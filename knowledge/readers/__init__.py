"""Readers: a file of any format in, a `Document` out."""

from knowledge.readers.errors import UnreadableBundle
from knowledge.readers.reader import SUFFIXES, read, read_bytes

__all__ = ["SUFFIXES", "UnreadableBundle", "read", "read_bytes"]
