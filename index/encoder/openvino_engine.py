"""Serves an exported encoder with openvino and tokenizers alone: no torch, in the main runtime and in Rasa's."""

import json
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np

from index.encoder.interface import Vectors, clamped

ENGINE_FOLDER = "openvino"
Precision = Literal["auto", "f32", "bf16"]
_BATCH_TOKENS = 2048  # padded tokens of one inference: bounds its memory (about 50 MB) and loses no speed on a few cores


@dataclass(frozen=True)
class Manifest:
    name: str
    dimension: int
    max_tokens: int
    query_prompt: str
    passage_prompt: str


class OpenVinoEncoder:
    """An `Encoder` over `folder/openvino`. The constructor loads everything (about a second); calls are safe from several threads.

    Args:
        folder: a sentence-transformers folder that `openvino_export` has prepared.
        threads: processor threads of one call.
        precision: `auto` takes bfloat16 where the processor has it (1.4 times as fast, cosine above .99 to float32).

    Raises:
        FileNotFoundError: the folder has not been exported.
    """

    def __init__(self, folder: Path, threads: int = 1, precision: Precision = "auto") -> None:
        import openvino
        from tokenizers import Tokenizer

        engine = folder / ENGINE_FOLDER
        if not (engine / "manifest.json").is_file():
            raise FileNotFoundError(f"no exported encoder in {folder}: run the set-up (make setup)")
        self._manifest = Manifest(**json.loads((engine / "manifest.json").read_text(encoding="utf-8")))
        self._tokenizer = Tokenizer.from_file(str(engine / "tokenizer.json"))
        self._tokenizer.enable_truncation(self._manifest.max_tokens)
        self._tokenizer.no_padding()
        self._words = np.load(engine / "words.npy", mmap_mode="r", allow_pickle=False)
        core = openvino.Core()
        self._precision = _usable_precision(core, precision)
        self._network = core.compile_model(
            str(engine / "model.xml"),
            "CPU",
            {
                "INFERENCE_NUM_THREADS": threads,
                "NUM_STREAMS": 1,
                "PERFORMANCE_HINT": "LATENCY",
                "INFERENCE_PRECISION_HINT": self._precision,
                "ENABLE_CPU_PINNING": False,
            },
        )
        self._request = self._network.create_infer_request()
        self._one_at_a_time = threading.Lock()

    @property
    def name(self) -> str:
        return f"{self._manifest.name}/{self._precision}"

    @property
    def dimension(self) -> int:
        return self._manifest.dimension

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        return self._encode(self._manifest.query_prompt, texts)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        return self._encode(self._manifest.passage_prompt, texts)

    def _encode(self, prompt: str, texts: Sequence[str]) -> Vectors:
        vectors = np.empty((len(texts), self.dimension), dtype=np.float32)
        encodings = self._tokenizer.encode_batch([prompt + clamped(text) for text in texts])
        ids = [encoding.ids for encoding in encodings]
        for rows in batches([len(row) for row in ids], _BATCH_TOKENS):
            vectors[rows] = self._infer([ids[row] for row in rows])
        return vectors

    def _infer(self, batch: list[list[int]]) -> Any:
        longest = max(map(len, batch))
        embeddings = np.zeros((len(batch), longest, self._words.shape[1]), dtype=np.float32)
        mask = np.zeros((len(batch), longest), dtype=np.int64)
        for row, ids in enumerate(batch):
            embeddings[row, : len(ids)] = self._words[ids]
            mask[row, : len(ids)] = 1
        with self._one_at_a_time:
            output = self._request.infer({"embeddings": embeddings, "mask": mask})
            return output[self._network.output(0)].copy()


def batches(lengths: Sequence[int], budget: int) -> list[list[int]]:
    """Indexes of texts grouped by similar length, so that count times longest stays within the budget (a single text may exceed it)."""
    groups: list[list[int]] = []
    for index in sorted(range(len(lengths)), key=lengths.__getitem__):
        if groups and (len(groups[-1]) + 1) * lengths[index] <= budget:
            groups[-1].append(index)
        else:
            groups.append([index])
    return groups


def _usable_precision(core: Any, wanted: Precision) -> str:
    has_bf16 = "BF16" in core.get_property("CPU", "OPTIMIZATION_CAPABILITIES")
    return "bf16" if wanted != "f32" and has_bf16 else "f32"
