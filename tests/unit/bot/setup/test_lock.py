from bot.setup.lock import pins


def test_only_names_and_versions_are_kept() -> None:
    solved = "--find-links /ergens\n# een opmerking\ntorch==2.13.0+cpu\nnumpy==2.4.6\n    # via torch\n"
    assert pins(solved) == ["torch==2.13.0", "numpy==2.4.6"]
