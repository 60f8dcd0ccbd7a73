"""When it happened: an interval with honest bounds, and what dates it."""
