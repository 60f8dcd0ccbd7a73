"""Whether an event has happened, goes on, is to come, or is only talked of; by named rules."""
