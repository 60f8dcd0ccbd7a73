"""Who takes part in an event: the people, states and bodies that a sentence names or means."""
