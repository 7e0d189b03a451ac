"""Rasa's server without TensorFlow.

Rasa imports TensorFlow for components that our pipeline does not have; that is 360 MB and most of the start. Here its modules are empty ones, whose
attributes serve as base class, annotation or decorator while Rasa is imported, and raise as soon as anything is computed with them.
Training uses the real one.
"""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import sys
import types
from collections.abc import Sequence
from typing import Any

_ABSENT = ("tensorflow", "tensorflow_addons", "tensorflow_hub", "tensorflow_text", "keras", "jax")


class TensorFlowIsAbsent(RuntimeError):
    """Something of TensorFlow was used: the pipeline in config.yml has a component that needs it."""


class _Attributes(type):
    """Any attribute of an absent class is an absent class; calling one is only allowed as a decorator of a function."""

    def __getattr__(cls, name: str) -> Any:
        return _absent(cls, name)

    def __call__(cls, *arguments: Any, **named: Any) -> Any:
        if len(arguments) == 1 and isinstance(arguments[0], types.FunctionType) and not named:
            return arguments[0]
        raise TensorFlowIsAbsent(f"{cls.__qualname__} was called, and TensorFlow is not loaded here")


class _Absent(metaclass=_Attributes):
    pass


class _AbsentModule(types.ModuleType):
    def __getattr__(self, name: str) -> Any:
        return _absent(self, name)


def _absent(owner: Any, name: str) -> Any:
    if name.startswith("__"):
        raise AttributeError(name)
    made = _Attributes(name, (_Absent,), {})
    setattr(owner, name, made)
    return made


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, fullname: str, path: Sequence[str] | None, target: types.ModuleType | None = None) -> importlib.machinery.ModuleSpec | None:
        return importlib.machinery.ModuleSpec(fullname, self, is_package=True) if fullname.split(".")[0] in _ABSENT else None

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> types.ModuleType:
        return _AbsentModule(spec.name)

    def exec_module(self, module: types.ModuleType) -> None:
        """There is nothing to run."""


def leave_out() -> None:
    """Call it before Rasa is imported."""
    sys.meta_path.insert(0, _Finder())
