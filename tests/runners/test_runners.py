"""All runners give equal results in the order of the items."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import count, islice

import pytest
from working import die, fail, raise_to

from timeline.errors import OptionError, TimelineError
from timeline.runners import runner


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_the_order_of_the_items(jobs: int) -> None:
    assert list(runner("local", jobs)(partial(raise_to, 2), range(30))) == [number**2 for number in range(30)]


def test_ray_gives_the_same() -> None:
    pytest.importorskip("ray", reason="ray is an extra: pip install 'diplomatic-timeline[ray]'")
    assert list(runner("ray", 2)(partial(pow, 2), range(30))) == [2**number for number in range(30)]


def test_ray_that_is_missing_is_named_with_its_extra() -> None:
    try:
        import ray  # noqa: F401
    except ImportError:
        with pytest.raises(OptionError, match=r"pip install 'diplomatic-timeline\[ray\]'"):
            runner("ray", 2)
    else:
        pytest.skip("ray is installed here")


def test_an_unknown_engine_is_named() -> None:
    with pytest.raises(OptionError, match="'horse' is not known"):
        runner("horse", 1)


@pytest.mark.parametrize("jobs", [1, 2])
def test_items_are_read_as_they_are_needed(jobs: int) -> None:
    """A stream without end can be begun."""
    taken: list[int] = []

    def items() -> Iterator[int]:
        for number in count():
            taken.append(number)
            yield number

    results = runner("local", jobs)(partial(raise_to, 3), items())
    assert list(islice(results, 3)) == [0, 1, 8]
    assert len(taken) < 40
    del results


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_of_the_function_comes_through(jobs: int) -> None:
    with pytest.raises(ValueError, match="0"):
        list(runner("local", jobs)(fail, range(3)))


def test_a_process_that_dies_is_an_error_not_a_wait() -> None:
    with pytest.raises(TimelineError, match="a worker process died"):
        list(runner("local", 2)(die, range(3)))
