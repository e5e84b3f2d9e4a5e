"""hague: the International Criminal Court, checkable."""

__version__ = "0.1.0"
