import pytest

from index.encoder.openvino_engine import batches


@pytest.mark.parametrize(
    ("lengths", "expected"),
    [
        ([], []),
        ([5], [[0]]),
        ([9, 2, 3], [[1, 2], [0]]),
        ([50, 50], [[0], [1]]),
        ([1] * 12, [list(range(10)), [10, 11]]),
    ],
)
def test_batches_stay_within_the_padded_budget(lengths: list[int], expected: list[list[int]]) -> None:
    assert batches(lengths, 10) == expected
