"""All runners give equal results in the order of the items."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from functools import partial
from itertools import count, islice

import pytest
from working import die, die_of_seven, fail, identify, raise_to, sleep_long

from timeline.errors import OptionError, TimelineError
from timeline.runners import processors, runner


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_the_order_of_the_items(jobs: int) -> None:
    assert list(runner("local", jobs)(partial(raise_to, 2), range(30))) == [number**2 for number in range(30)]


def test_ray_that_is_missing_is_named_with_the_remedy() -> None:
    try:
        import ray  # noqa: F401
    except ImportError:
        with pytest.raises(OptionError, match='pip install "ray>='):
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


def test_an_item_on_which_a_process_dies_twice_is_told_and_the_others_go_on() -> None:
    run = runner("local", 2, lost=lambda number: -number)
    assert list(run(die_of_seven, range(20))) == [-7 if number == 7 else number for number in range(20)]


def test_few_items_need_no_processes() -> None:
    assert list(runner("local", None)(identify, range(5))) == [os.getpid()] * 5


@pytest.mark.skipif(processors() < 2, reason="wants two processors")
def test_many_items_are_spread_over_the_processors() -> None:
    assert os.getpid() not in set(runner("local", None)(identify, range(40)))


def test_processes_end_at_once_where_the_rest_is_not_wanted() -> None:
    """Nothing waits for what is under way."""
    begun = time.monotonic()
    results = runner("local", 2)(sleep_long, [0.0, 600.0, 600.0])
    assert next(results) == 0.0
    results.close()  # type: ignore[attr-defined]
    assert time.monotonic() - begun < 300
