"""Which words tell typed events: found by their frames, then dropped or given another type by named rules."""
