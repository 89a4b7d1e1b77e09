"""Checked by mypy, never run: the public names keep their types."""

from refs.model import Doi, Item, PartialDate

item = Item({"title": "Self-compassion"})
title: str = item.title
issued: PartialDate | None = item.issued
doi: Doi | None = item.doi
