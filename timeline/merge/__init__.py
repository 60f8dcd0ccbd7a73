"""Mentions of one event become one event."""
