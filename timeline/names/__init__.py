"""What countries, bodies, places, leaders and offices are called: one answer for every stage that asks."""
