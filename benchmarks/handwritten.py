"""What people write today: python-frontmatter and a Pydantic model, one process.

python benchmarks/handwritten.py FOLDER
"""

import sys
from pathlib import Path

import frontmatter
from pydantic import ValidationError

from mdlint.models.post import Post

failed = 0
for path in sorted(Path(sys.argv[1]).rglob("*.md")):
    try:
        Post.model_validate(frontmatter.load(path).metadata)
    except ValidationError as error:
        failed += 1
        for problem in error.errors():
            print(f"{path}: {problem['loc']}: {problem['msg']}")
    except Exception as error:  # noqa: BLE001 - what such scripts do
        failed += 1
        print(f"{path}: {error}")
sys.exit(failed > 0)
