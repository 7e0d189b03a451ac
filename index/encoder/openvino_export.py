"""Turns a sentence-transformers folder into what `openvino_engine` serves. Runs once, at set-up, with torch.

The table of word embeddings (four fifths of the weights) stays outside the graph, in half precision: the processes that serve it map the same
file and share its pages, where a graph would hold a copy in each.
"""

import hashlib
import json
import shutil
import sys
import warnings
from pathlib import Path
from typing import Any

import numpy as np

from index.encoder import latin
from index.encoder.openvino_engine import ENGINE_FOLDER, Manifest


def export(folder: Path) -> Manifest:
    """Writes `folder/openvino`, whole or not at all.

    Raises:
        ValueError: the model is not one transformer with mean pooling, or its tokenizer is not of the fast kind.
    """
    # The converter reports each use to its maker unless its telemetry package is absent.
    sys.modules["openvino_telemetry"] = None  # type: ignore[assignment]
    import openvino
    import torch
    import transformers
    from sentence_transformers import SentenceTransformer

    hushed: Any = transformers.logging
    hushed.set_verbosity_error()
    hushed.disable_progress_bar()
    model = SentenceTransformer(str(folder), device="cpu", local_files_only=True)
    transformer: Any = model[0]
    pooling = model[1]
    if getattr(pooling, "pooling_mode", None) != "mean" or not (folder / "tokenizer.json").is_file():
        raise ValueError(f"{folder} cannot be served by OpenVINO: only mean pooling and a tokenizer.json are")
    network = transformer.auto_model.eval()
    words = network.get_input_embeddings().weight.detach().numpy()
    pooled = _pooled_network(network)
    example = (torch.zeros(2, 8, words.shape[1]), torch.ones(2, 8, dtype=torch.int64))
    with torch.no_grad(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # tracing notes about branches that do not depend on the input
        graph = openvino.convert_model(pooled, example_input=example)
    graph.inputs[0].get_tensor().set_names({"embeddings"})
    graph.inputs[1].get_tensor().set_names({"mask"})

    unfinished = folder / (ENGINE_FOLDER + ".unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir()
    openvino.save_model(graph, str(unfinished / "model.xml"), compress_to_fp16=True)
    tokenizer, kept = _serving_tokenizer(folder)
    (unfinished / "tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False), encoding="utf-8")
    np.save(unfinished / "words.npy", words[kept].astype(np.float16), allow_pickle=False)
    prompts = {name: prompt or "" for name, prompt in (model.prompts or {}).items()}
    manifest = Manifest(
        name=f"{folder.name}-{_weights_hash(folder)[:12]}",
        dimension=int(words.shape[1]),
        max_tokens=int(model.max_seq_length or 512),
        query_prompt=prompts.get("query", ""),
        passage_prompt=prompts.get("document", prompts.get("passage", "")),
    )
    (unfinished / "manifest.json").write_text(json.dumps(vars(manifest), indent=2) + "\n", encoding="utf-8")
    shutil.rmtree(folder / ENGINE_FOLDER, ignore_errors=True)
    unfinished.rename(folder / ENGINE_FOLDER)
    return manifest


def _pooled_network(network: Any) -> Any:
    """The network from word embeddings to unit vectors, so that pooling is compiled too."""
    import torch

    class Pooled(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.network = network

        def forward(self, embeddings: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
            hidden = self.network(inputs_embeds=embeddings, attention_mask=mask).last_hidden_state
            weights = mask.unsqueeze(-1).to(hidden.dtype)
            return torch.nn.functional.normalize((hidden * weights).sum(1) / weights.sum(1).clamp(min=1e-9), dim=1)

    return Pooled().eval()


def _serving_tokenizer(folder: Path) -> tuple[dict[str, Any], Any]:
    """The tokenizer to serve with, and which rows of the word embeddings its ids stand for."""
    tokenizer = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))
    return latin.prune(tokenizer) or (tokenizer, slice(None))


def _weights_hash(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.safetensors")) + sorted(folder.glob("*.bin")) + [folder / "tokenizer.json"]:
        with path.open("rb") as file:
            while chunk := file.read(1 << 20):
                digest.update(chunk)
    return digest.hexdigest()
