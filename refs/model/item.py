"""An item: one CSL-JSON record, with typed attributes over the record as it came."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from refs.model.date import PartialDate

if TYPE_CHECKING:  # printing an entry asks for none of these, and is quicker to start without them
    from refs.model.identifiers import Doi
    from refs.model.name import Name
    from refs.model.pages import PageRange

NAME_KEYS = frozenset(
    "author chair collection-editor compiler composer container-author contributor curator director editor "
    "editorial-director executive-producer guest host illustrator interviewer narrator organizer "
    "original-author performer producer recipient reviewed-author script-writer series-creator "
    "translator".split()
)
DATE_KEYS = frozenset("accessed available-date event-date issued original-date submitted".split())


@dataclass(frozen=True, slots=True)
class Item(Mapping[str, Any]):
    """A CSL-JSON 1.0.2 item. A mapping over the record itself, so that unknown keys survive.

    Attributes are CSL's names with ``_``; a missing text is "", a missing date None, no names ().

    >>> item = Item({"type": "article-journal", "container-title": "Self and Identity", "volume": 2})
    >>> item.container_title, item.volume, item.author, item.issued
    ('Self and Identity', '2', (), None)
    """

    data: Mapping[str, Any] = field(default_factory=dict)

    def __getitem__(self, key: str) -> Any:
        return self.data[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.data)

    def __len__(self) -> int:
        return len(self.data)

    def __hash__(self) -> int:
        return hash((self.id, self.title))

    def text(self, key: str) -> str:
        """Return a text variable by its CSL name, "" if absent; a list gives its first element."""
        value = self.data.get(key)
        if isinstance(value, list):
            value = value[0] if value else None
        return "" if value is None or isinstance(value, Mapping) else str(value).strip()

    def names(self, key: str) -> tuple[Name, ...]:
        """Return a name variable by its CSL name."""
        from refs.model.name import Name

        return tuple(Name.from_csl(n) for n in self.data.get(key) or () if isinstance(n, Mapping))

    def date(self, key: str) -> PartialDate | None:
        """Return a date variable by its CSL name."""
        return PartialDate.from_csl(self.data.get(key))

    def with_fields(self, fields: Mapping[str, Any]) -> Item:
        """Return a copy with these CSL variables set; None removes one."""
        merged = dict(self.data) | dict(fields)
        return Item({key: value for key, value in merged.items() if value is not None})

    def to_csl(self) -> dict[str, Any]:
        """Return the record as a plain dictionary, ready for ``json.dumps``."""
        return dict(self.data)

    @property
    def id(self) -> str:
        return self.text("id")

    @property
    def type(self) -> str:
        return self.text("type")

    @property
    def title(self) -> str:
        return self.text("title")

    @property
    def container_title(self) -> str:
        return self.text("container-title")

    @property
    def collection_title(self) -> str:
        return self.text("collection-title")

    @property
    def author(self) -> tuple[Name, ...]:
        return self.names("author")

    @property
    def editor(self) -> tuple[Name, ...]:
        return self.names("editor")

    @property
    def issued(self) -> PartialDate | None:
        return self.date("issued")

    @property
    def accessed(self) -> PartialDate | None:
        return self.date("accessed")

    @property
    def volume(self) -> str:
        return self.text("volume")

    @property
    def issue(self) -> str:
        return self.text("issue")

    @property
    def page(self) -> str:
        return self.text("page")

    @property
    def page_range(self) -> PageRange | None:
        """First and last page, None if ``page`` holds none."""
        from refs.model.pages import PageRange

        return PageRange.parse(self.page)

    @property
    def number(self) -> str:
        return self.text("number")

    @property
    def edition(self) -> str:
        return self.text("edition")

    @property
    def publisher(self) -> str:
        return self.text("publisher")

    @property
    def publisher_place(self) -> str:
        return self.text("publisher-place")

    @property
    def doi(self) -> Doi | None:
        from refs.model.identifiers import Doi

        return Doi.parse(self.text("DOI"))

    @property
    def url(self) -> str:
        return self.text("URL")

    @property
    def language(self) -> str:
        return self.text("language")
