"""Passages, encoder, FAISS, lexical index and hybrid search, built from knowledge."""
