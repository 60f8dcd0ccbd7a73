"""What is worth showing: how likely a coded event is a true row of a timeline, from named features."""
