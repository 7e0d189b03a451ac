"""Answers the request of `benchmarks.retrieval` on stdin: which slices each rival finds for each question. Runs in an environment of its own.

Every bundle has an index of its own, so that a question is only asked of its vacancy. Times are seconds a question, encoding included.
"""

import json
import logging
import os
import sys
import time

logging.disable(logging.WARNING)
os.environ.setdefault("HF_HUB_OFFLINE", "1")

LIMIT = 5


def bm25(encoder, pieces):
    import bm25s
    import Stemmer

    stemmer = Stemmer.Stemmer("dutch")

    def words(texts):
        return bm25s.tokenize(texts, stopwords=None, stemmer=stemmer, show_progress=False)

    retriever = bm25s.BM25()
    retriever.index(words([piece["text"] for piece in pieces]), show_progress=False)

    def ask(question):
        found, _ = retriever.retrieve(words([question]), k=min(LIMIT, len(pieces)), show_progress=False)
        return [pieces[int(row)] for row in found[0]]

    return ask


def dense(encoder, pieces):
    vectors = encoder.encode(["passage: " + piece["text"] for piece in pieces], normalize_embeddings=True)

    def ask(question):
        scores = vectors @ encoder.encode("query: " + question, normalize_embeddings=True)
        return [pieces[int(row)] for row in (-scores).argsort()[:LIMIT]]

    return ask


def haystack(folder):
    """The hybrid pipeline of Haystack's documentation (BM25 and embeddings joined by reciprocal rank), without its reranker from the hub."""
    from haystack import Document, Pipeline
    from haystack.components.joiners import DocumentJoiner
    from haystack.components.preprocessors import DocumentSplitter
    from haystack.components.retrievers.in_memory import InMemoryBM25Retriever, InMemoryEmbeddingRetriever
    from haystack.document_stores.in_memory import InMemoryDocumentStore
    from haystack_integrations.components.embedders.sentence_transformers import (
        SentenceTransformersDocumentEmbedder,
        SentenceTransformersTextEmbedder,
    )

    embedder = SentenceTransformersDocumentEmbedder(model=folder, prefix="passage: ", progress_bar=False)
    embedder.warm_up()
    text_embedder = SentenceTransformersTextEmbedder(model=folder, prefix="query: ", progress_bar=False)
    text_embedder.warm_up()

    def build(text, pieces):
        if pieces is None:
            splitter = DocumentSplitter(split_by="word")
            splitter.warm_up()
            parts = splitter.run(documents=[Document(content=text)])["documents"]
            documents = [
                Document(content=part.content, meta={"start": part.meta["split_idx_start"], "end": part.meta["split_idx_start"] + len(part.content)})
                for part in parts
            ]
        else:
            documents = [
                Document(content=piece["text"], meta={"start": piece["start"], "end": piece["end"], "number": number})
                for number, piece in enumerate(pieces)
            ]
        store = InMemoryDocumentStore()
        store.write_documents(embedder.run(documents=documents)["documents"])
        pipeline = Pipeline()
        pipeline.add_component("bm25", InMemoryBM25Retriever(store))
        pipeline.add_component("embedding", InMemoryEmbeddingRetriever(store))
        pipeline.add_component("joiner", DocumentJoiner(join_mode="reciprocal_rank_fusion"))
        pipeline.connect("bm25", "joiner")
        pipeline.connect("embedding", "joiner")

        def ask(question):
            vector = text_embedder.run(text=question)["embedding"]
            found = pipeline.run({"bm25": {"query": question}, "embedding": {"query_embedding": vector}})
            return [document.meta for document in found["joiner"]["documents"][:LIMIT]]

        return ask

    return build


def txtai(folder):
    """txtai's hybrid index with its default weights; its own cut is its segmentation into paragraphs."""
    from txtai import Embeddings

    def paragraphs(text):
        at, found = 0, []
        for part in text.split("\n"):
            if part.strip():
                found.append({"text": part, "start": at, "end": at + len(part)})
            at += len(part) + 1
        return found

    models = {}

    def build(text, pieces):
        pieces = paragraphs(text) if pieces is None else pieces
        index = Embeddings(
            path=folder, method="sentence-transformers", hybrid=True, instructions={"query": "query: ", "data": "passage: "}, models=models
        )
        index.index((number, piece["text"], None) for number, piece in enumerate(pieces))

        def ask(question):
            return [pieces[int(number)] for number, _ in index.search(question, LIMIT)]

        return ask

    return build


def main():
    request = json.load(sys.stdin)
    from sentence_transformers import SentenceTransformer

    encoder = SentenceTransformer(request["encoder"])
    hay, tx = haystack(request["encoder"]), txtai(request["encoder"])
    systems = {
        "bm25s": lambda bundle: bm25(encoder, bundle["passages"]),
        "encoder": lambda bundle: dense(encoder, bundle["passages"]),
        "haystack, our passages": lambda bundle: hay(bundle["text"], bundle["passages"]),
        "haystack, own cut": lambda bundle: hay(bundle["text"], None),
        "txtai, our passages": lambda bundle: tx(bundle["text"], bundle["passages"]),
        "txtai, own cut": lambda bundle: tx(bundle["text"], None),
    }
    answer = {}
    for name, build in systems.items():
        print(name, file=sys.stderr, flush=True)
        found, times = {}, []
        for id, bundle in request["bundles"].items():
            ask = build(bundle)
            own = [question for question in request["questions"] if question["bundle"] == id]
            for question in own[:1]:
                ask(question["text"])
            for question in own:
                began = time.perf_counter()
                hits = ask(question["text"])
                times.append(time.perf_counter() - began)
                found[question["id"]] = [[hit["start"], hit["end"]] for hit in hits]
        answer[name] = {"found": found, "seconds": times}
    json.dump(answer, sys.__stdout__)


if __name__ == "__main__":
    sys.stdout = sys.stderr
    main()
