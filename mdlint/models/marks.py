"""What a model says of a field beyond its type, as a mark in `Annotated`; in its JSON Schema it is `x-mdlint`.

```python
author: Annotated[str, Ref("authors")]
```
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from mdlint.record import Record


class Mark(Record):
    """What one mark says. Of several for one value each adds to the others."""

    @property
    def said(self) -> dict[str, Any]:
        """The same in the words of `x-mdlint`."""
        raise NotImplementedError

    def __get_pydantic_json_schema__(self, schema: Any, handler: Callable[[Any], dict[str, Any]]) -> dict[str, Any]:
        made = handler(schema)
        return {**made, "x-mdlint": {**made.get("x-mdlint", {}), **self.said}}


class Ref(Mark):
    """The value names an entry of a collection of mdlint's configuration."""

    collection: str

    @property
    def said(self) -> dict[str, Any]:
        return {"ref": self.collection}


class Unique(Mark):
    """No two files have the same value: none of the collection, or none of the site."""

    among: Literal["collection", "site"] = "collection"

    @property
    def said(self) -> dict[str, Any]:
        return {"unique": self.among}


class Asset(Mark):
    """The value is the path of a file of one of these kinds, such as `image`; of any kind where none is named."""

    kinds: tuple[str, ...]

    def __init__(self, *kinds: str) -> None:
        super().__init__(kinds)

    @property
    def said(self) -> dict[str, Any]:
        return {"asset": list(self.kinds) or True}
