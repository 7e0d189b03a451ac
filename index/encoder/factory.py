"""Which encoder the settings ask for."""

from pathlib import Path

from index.encoder.interface import Encoder
from index.encoder.openvino_engine import ENGINE_FOLDER, OpenVinoEncoder
from knowledge.settings import Settings


def load_encoder(settings: Settings, threads: int | None = None) -> Encoder:
    """The encoder for questions and passages alike; loading takes seconds.

    A folder that has been exported is served by OpenVINO, anything else by sentence-transformers. `threads` overrides the setting for serving:
    building an index may use every core.

    Raises:
        FileNotFoundError: the default encoder has not been set up.
        OSError: the model named by `BOT_ENCODER` cannot be loaded.
    """
    threads = threads or settings.encoder_threads
    if settings.encoder is None:
        return OpenVinoEncoder(settings.encoder_dir, threads)
    folder = Path(settings.encoder).expanduser()
    if (folder / ENGINE_FOLDER / "manifest.json").is_file():
        return OpenVinoEncoder(folder, threads)
    from index.encoder.sentence_transformer import SentenceTransformerEncoder

    return SentenceTransformerEncoder(settings.encoder, threads)
