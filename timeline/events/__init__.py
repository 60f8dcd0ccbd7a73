"""A sentence becomes Events: trigger, PLOVER type, actors, status, and when it happened."""
