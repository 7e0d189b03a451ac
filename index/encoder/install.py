"""`python -m index.encoder.install FOLDER`: unpacks the default encoder there and exports it."""

import sys
from pathlib import Path

from index.encoder.openvino_export import export
from index.encoder.unpack import unpack

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    unpack(folder)
    print(export(folder).name)
