"""What happened: triggers, PLOVER types and modes, status, places, and who vouches for it."""
