"""One function over many articles; all runners give equal results."""
