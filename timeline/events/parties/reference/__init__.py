"""Whom words mean that name nobody: pronouns, offices, countries of their owners, those who speak."""
