"""Read articles, resolve when things happened, and write one timeline with its evidence."""

__version__ = "0.1.0"
