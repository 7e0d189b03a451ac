"""Any sentence-transformers model as an `Encoder`: the reference for the OpenVINO engine, and what serves a model named by `BOT_ENCODER`."""

from collections.abc import Sequence

import numpy as np

from index.encoder.interface import Vectors, clamped


class SentenceTransformerEncoder:
    """Loads torch and the model (ten seconds and more).

    Args:
        model: a folder or the name of a model on a hub.
        threads: processor threads of torch in this process; all of them when None.

    Raises:
        OSError: there is no such folder, or the hub cannot be reached.
    """

    def __init__(self, model: str, threads: int | None = None) -> None:
        import torch
        from sentence_transformers import SentenceTransformer

        if threads is not None:
            torch.set_num_threads(threads)
        self._model = SentenceTransformer(model, device="cpu")
        self._name = model.rstrip("/").rsplit("/", 1)[-1]

    @property
    def name(self) -> str:
        return f"{self._name}/torch"

    @property
    def dimension(self) -> int:
        return int(self._model.get_embedding_dimension() or 0)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        return self._encode(("query",), texts)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        return self._encode(("document", "passage"), texts)

    def _encode(self, prompt_names: tuple[str, ...], texts: Sequence[str]) -> Vectors:
        prompt = next((self._model.prompts[name] for name in prompt_names if name in self._model.prompts), None)
        vectors = self._model.encode(
            [clamped(text) for text in texts], prompt=prompt, batch_size=16, normalize_embeddings=True, show_progress_bar=False
        )
        return np.asarray(vectors, dtype=np.float32).reshape(len(texts), self.dimension)
