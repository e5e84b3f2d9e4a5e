"""annotation: an answer in the forms that other people's tools read.

Each form is a module with one function: ``page`` (one HTML page for a reader), ``web_annotation`` (W3C),
``claimreview`` (schema.org), ``brat`` (standoff) and ``timeml``. All are functions of an ``Answer`` and of the
arguments given: no clock, no network.
"""
