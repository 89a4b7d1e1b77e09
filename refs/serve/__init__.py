"""Serving works to others: a REST API that speaks as Crossref's does."""

from refs.serve.server import ApiServer, serve_api

__all__ = ["ApiServer", "serve_api"]
