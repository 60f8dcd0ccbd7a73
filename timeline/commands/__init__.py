"""Commands that stand by themselves, each in a module of its own."""
