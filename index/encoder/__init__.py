"""Text to unit vectors. The same folder serves sentence-transformers (builds the index) and OpenVINO (answers questions).

`interface` and `openvino_engine` also run in Rasa's Python 3.10: they need numpy, tokenizers and openvino, nothing else.
"""
