"""tantivy behind three fields: the text that is searched, the keys that are looked up, a record's place."""

from __future__ import annotations

import tantivy


def make_schema() -> tantivy.Schema:
    """Return the schema of every refs index."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", tokenizer_name="default", index_option="freq")
    builder.add_text_field("key", tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("place", fast=True)
    return builder.build()
