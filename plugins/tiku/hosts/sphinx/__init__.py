"""Sphinx with MyST: `extensions = ["myst_parser", "tiku.hosts.sphinx"]`."""

from tiku.hosts.sphinx.extension import setup

__all__ = ["setup"]
