"""Corrections by a reader: read, placed among the events of a build, and applied."""

from timeline.corrections.apply import codes, corrected
from timeline.corrections.contradictions import contradictions
from timeline.corrections.likeness import Texts
from timeline.corrections.placing import Placed, place
from timeline.corrections.read import CorrectionsFile, faults, read
from timeline.corrections.regroup import Group, Member, regroup
from timeline.corrections.telling import meant, said

__all__ = [
    "CorrectionsFile", "Group", "Member", "Placed", "Texts", "codes", "contradictions", "corrected", "faults", "meant",
    "place", "read", "regroup", "said",
]  # fmt: skip
