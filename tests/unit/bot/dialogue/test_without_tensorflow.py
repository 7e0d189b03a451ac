import importlib
import sys
from collections.abc import Iterator

import pytest

from bot.dialogue.without_tensorflow import TensorFlowIsAbsent, leave_out


@pytest.fixture(autouse=True)
def left_out(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(sys, "meta_path", list(sys.meta_path))
    before = set(sys.modules)
    leave_out()
    yield
    for name in set(sys.modules) - before:
        del sys.modules[name]


def test_its_names_serve_as_base_annotation_and_decorator() -> None:
    tf = importlib.import_module("tensorflow")
    keras = importlib.import_module("tensorflow.keras.layers")

    class Layer(keras.Layer, tf.Module):
        @tf.function
        def call(self, inputs: "tf.Tensor | None") -> int:
            return 3

    assert Layer.call(None, None) == 3
    assert issubclass(Layer, keras.Layer)
    assert not issubclass(Layer, tf.keras.Model)


@pytest.mark.parametrize("use", ["tensorflow.constant", "tensorflow.keras.Sequential", "tensorflow_hub.load"])
def test_nothing_can_be_computed_with_it(use: str) -> None:
    module, _, rest = use.partition(".")
    thing = importlib.import_module(module)
    for name in rest.split("."):
        thing = getattr(thing, name)
    with pytest.raises(TensorFlowIsAbsent):
        thing(1.0)


def test_other_modules_come_as_ever() -> None:
    assert importlib.import_module("json").dumps([1]) == "[1]"
    with pytest.raises(ModuleNotFoundError):
        importlib.import_module("tensorflowx")
