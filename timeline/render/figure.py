"""Plotly's part of the page: its library, and the figure whose data the page fills in.

The only home of plotly.  The page draws never more marks than fit, so which events it draws depends on the window; what
an axis, a mark and a lane look like is laid down here and checked by plotly.py.  Colours come from the style sheet.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any, cast

import numpy as np

from timeline.errors import OptionError

# What every bundle of plotly.js holds that can draw the figure, minified or not.
_SIGNS = ("plotly.js", "newPlot", "scatter")
_REMEDY = "give plotly-basic.min.js or a larger one"
# What makes one file of plotly.js a module for every kind of loader.
_WRAPPER = re.compile(
    r"\(\s*function\(root, factory\) \{[^{}]*\{[^{}]*\} else \{[^{}]*\}\s*\} "
    r'\(typeof self !== "undefined" \? self : this, \(\) => \{\s*("use strict";.*)return Plotly;\s*\}\)\);\s*',
    re.DOTALL,
)

# All letters of ASCII that can be seen, without those of markup: two of them hold 13 bits.
_LETTERS = [bytes([code]) for code in range(33, 127) if chr(code) not in "<>&"]
_BITS = 13
_SYSTEM = b"\x03"  # Unix, in a header of gzip

DIV = "figure"  # fixed: plotly would make up a new id for every page


@dataclass(frozen=True)
class Library:
    """Plotly's JavaScript as the page carries it: gzip in base 91, its bytes, and the hash of the security policy."""

    packed: str
    size: int
    sha256: str


@cache
def library(text: str | None = None) -> Library:
    """Pack plotly.py's own library, or a bundle that the user supplies; equal input gives equal bytes."""
    if text is None:
        import plotly.offline

        text = cast(str, plotly.offline.get_plotlyjs())
    raw = _unwrapped(text).encode("utf-8")
    packed = _gzip(raw)
    digest = hashlib.sha256(raw).digest()
    return Library(_base91(packed), len(packed), "sha256-" + base64.b64encode(digest).decode("ascii"))


def _gzip(raw: bytes) -> bytes:
    """Pack bytes; the tenth names the system, which versions of Python fill in as they like."""
    packed = gzip.compress(raw, compresslevel=9, mtime=0)
    return packed[:9] + _SYSTEM + packed[10:]


def _unwrapped(text: str) -> str:
    """Take the library out of its wrapper for module loaders, where it stands in the one that is known.

    A page is no module; and a browser reads a function twice that is handed over as an argument, once for where it ends
    and once to run it, which costs a fifth of the time that the library needs to start.
    """
    return _WRAPPER.sub(lambda found: found[1], text)


def read_library(path: Path) -> str:
    """Read a bundle of plotly.js, basic or larger.

    Raises OptionError where the file cannot be read or is none.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise OptionError(f"--plotlyjs {path}: cannot be read ({error.strerror}); check the path") from error
    except UnicodeDecodeError as error:
        raise OptionError(f"--plotlyjs {path}: is no JavaScript in UTF-8; {_REMEDY}") from error
    if not all(sign in text for sign in _SIGNS):
        raise OptionError(f"--plotlyjs {path}: is no bundle of plotly.js; {_REMEDY}")
    return text


def _base91(data: bytes) -> str:
    # 24 kB less than base 85, 150 kB less than base 64.
    whole = data + b"\0" * (-len(data) % _BITS)
    bits = np.unpackbits(np.frombuffer(whole, np.uint8)).reshape(-1, _BITS)
    pairs = np.array([one + two for one, two in product(_LETTERS, repeat=2)], "S2")
    return pairs[bits @ (1 << np.arange(_BITS)[::-1])].tobytes().decode("ascii")


@cache
def spec() -> Mapping[str, Any]:
    """Return layout, configuration and one empty trace for every way of drawing, as Plotly's JSON."""
    import plotly.graph_objects as go

    still: dict[str, Any] = {"hoverinfo": "skip", "showlegend": False}
    figure = go.Figure(
        data=[
            go.Scatter(name="profile", mode="lines", fill="toself", line={"width": 1, "shape": "linear"}, **still),
            go.Bar(name="bars", orientation="h", marker={"line": {"width": 0}}, **still),
            go.Scatter(name="dashes", mode="lines", line={"width": 1.2, "dash": "3px,2px"}, **still),
            go.Scatter(name="links", mode="lines", line={"width": 1}, **still),
            go.Scatter(name="points", mode="markers", marker={"size": 11, "opacity": 1}, cliponaxis=True, **still),
            go.Scatter(name="labels", mode="text", textposition="middle right", textfont={"size": 11.5}, **still),
        ],
        layout=go.Layout(
            template=None,
            dragmode="pan",
            hovermode=False,
            showlegend=False,
            barmode="overlay",
            bargap=0,
            margin={"l": 0, "r": 0, "t": 0, "b": 0},
            paper_bgcolor="rgba(0,0,0,0)",
            plot_bgcolor="rgba(0,0,0,0)",
            xaxis={
                "type": "linear", "showgrid": True, "zeroline": False, "ticklen": 5, "showticklabels": False,
                "automargin": False,
            },
            yaxis={"fixedrange": True, "visible": False, "showgrid": False, "zeroline": False},
        ),
    )  # fmt: skip
    parts = json.loads(figure.to_json())
    parts["layout"].pop("template", None)
    parts["config"] = {
        "displaylogo": False,
        "displayModeBar": False,
        "showSendToCloud": False,
        "scrollZoom": True,
        "doubleClick": False,
        "responsive": False,
        "showTips": False,
    }
    return cast(dict[str, Any], parts)
