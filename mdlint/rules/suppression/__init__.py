"""Findings that are kept quiet, and what keeps them so."""
