"""The files that front matter names, looked for in sites on disk."""

import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.cli.conftest import Run

RULES = "--select=missing-asset,missing-layout,asset-case-mismatch"


def grow(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def page(*fields: str) -> str:
    return "---\n" + "".join(f"{field}\n" for field in fields) + "---\n"


SITES: dict[str, tuple[dict[str, str], list[str]]] = {
    "astro": (
        {
            "astro.config.mjs": "export default {}",
            "tsconfig.json": '{\n  // aliases\n  "compilerOptions": {"paths": {"@assets/*": ["./src/assets/*"]}},\n}',
            "public/images/rye.jpg": "",
            "src/assets/oat bread.png": "",
            "src/layouts/Post.astro": "",
            "src/pages/posts/good.md": page(
                "layout: ../../layouts/Post.astro",
                "cover: {url: /images/rye.jpg, square: '@assets/oat bread.png'}",
                "image: ../../assets/oat%20bread.png",
            ),
            "src/pages/posts/bad.md": page(
                "layout: ../layouts/Post.astro", "cover: {url: /images/Rye.jpg}", "image: '@assets/rye.png'"
            ),
        },
        [
            "src/pages/posts/bad.md:2:9: error[missing-layout]",
            "src/pages/posts/bad.md:3:14: error[asset-case-mismatch]",
            "src/pages/posts/bad.md:4:8: error[missing-asset]",
        ],
    ),
    "hugo": (
        {
            "hugo.yaml": "title: Bakery\n",
            "layouts/_default/recipe.html": "",
            "static/images/rye.jpg": "",
            "content/posts/good/index.md": page("images: [crumb.jpg]", "layout: recipe"),
            "content/posts/good/crumb.jpg": "",
            "content/posts/fine.md": page("cover: {image: images/rye.jpg}", "thumbnail: /images/rye.jpg"),
            "content/posts/bad/index.md": page("images: [crust.jpg]", "layout: recipie"),
        },
        [
            "content/posts/bad/index.md:2:10: error[missing-asset]",
            "content/posts/bad/index.md:3:9: error[missing-layout]",
        ],
    ),
    "jekyll": (
        {
            "_config.yml": "title: Bakery\n",
            "_layouts/post.html": "",
            "assets/img/rye.jpg": "",
            "_posts/2024-01-05-good.md": page("layout: post", "image: /assets/img/rye.jpg", "img: rye.jpg"),
            "_posts/2024-01-06-bad.md": page("layout: posts", "image: /assets/img/oat.jpg"),
        },
        ["_posts/2024-01-06-bad.md:2:9: error[missing-layout]", "_posts/2024-01-06-bad.md:3:8: error[missing-asset]"],
    ),
    "docusaurus": (
        {
            "docusaurus.config.ts": "export default {}",
            "static/img/rye.jpg": "",
            "docs/crumb.png": "",
            "docs/good.md": page("image: ./crumb.png"),
            "blog/good.md": page("image: /img/rye.jpg", "layout: whatever"),
            "blog/fine.md": page("image: '@site/static/img/rye.jpg'"),
            "blog/bad.md": page("image: ./crumb.png"),
        },
        ["blog/bad.md:2:8: error[missing-asset]"],
    ),
}


@pytest.mark.parametrize(("files", "expected"), SITES.values(), ids=SITES)
def test_sites(files: dict[str, str], expected: list[str], tmp_path: Path, mdlint: Run) -> None:
    grow(tmp_path, files)
    done = mdlint("check", RULES, "--output-format=concise", ".")
    found = [line.partition("]")[0] + "]" for line in done.stdout.splitlines() if "[" in line]
    assert found == expected
    assert done.returncode == 1


def test_what_is_said_does_not_hang_on_the_folder_one_is_in(tmp_path: Path, mdlint: Run) -> None:
    grow(tmp_path / "site", SITES["astro"][0])
    done = mdlint("check", RULES, "--output-format=concise", "site/src/pages/posts")
    assert [line.partition(":")[0] for line in done.stdout.splitlines() if "[" in line] == [
        "site/src/pages/posts/bad.md"
    ] * 3


def test_fix(tmp_path: Path, mdlint: Run) -> None:
    grow(tmp_path, SITES["astro"][0])
    assert "Fixed 1" in mdlint("check", RULES, "--fix", ".").stdout
    text = (tmp_path / "src/pages/posts/bad.md").read_text(encoding="utf-8")
    assert text == SITES["astro"][0]["src/pages/posts/bad.md"].replace("Rye.jpg", "rye.jpg")


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_links(tmp_path: Path, mdlint: Run) -> None:
    """A linked folder is one; a link that leads nowhere is a file that is not here."""
    files = {
        "astro.config.mjs": "",
        "public/oat.jpg": "",
        "src/content/a.md": page("image: /art/rye.jpg"),
        "art/rye.jpg": "",
    }
    grow(tmp_path, files)
    (tmp_path / "public/art").symlink_to("../art")
    (tmp_path / "public/photos").symlink_to("nowhere")
    assert mdlint("check", RULES, ".").returncode == 0
    (tmp_path / "src/content/b.md").write_text(page("image: /photos/rye.jpg"), encoding="utf-8")
    (tmp_path / "art/loop").symlink_to("..")
    assert "photos/rye.jpg" in mdlint("check", RULES, ".").stdout


@pytest.fixture
def gone() -> Iterator[tuple[str, list[str]]]:
    """A server that answers 404 to everything, and what it was asked."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            asked.append(f"{self.command} {self.path}")
            self.send_error(404)

        def do_GET(self) -> None:
            self.do_HEAD()

        def log_message(self, *_: object) -> None:
            """Print nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}", asked
        server.shutdown()


def test_no_configuration_uses_the_network(tmp_path: Path, mdlint: Run, gone: tuple[str, list[str]]) -> None:
    """As a proxy the server would see a request for any host; nothing must come without --online."""
    start, asked = gone
    config = 'select = ["all"]\nextend-select = ["unreachable-url"]\n'
    grow(tmp_path, {"mdlint.toml": config, "a.md": page("image: http://bakery.invalid/rye.jpg")})
    proxy = {"http_proxy": start, "no_proxy": ""}
    assert "unreachable-url" not in mdlint("check", "a.md", **proxy).stdout
    assert asked == []
    done = mdlint("check", "a.md", "--online", **proxy)
    assert "`image` leads nowhere: its server answers 404 Not Found" in done.stdout
    assert asked == ["HEAD http://bakery.invalid/rye.jpg", "GET http://bakery.invalid/rye.jpg"]


def test_online_selects_the_rule(tmp_path: Path, mdlint: Run, gone: tuple[str, list[str]]) -> None:
    start, asked = gone
    grow(
        tmp_path,
        {"a.md": page("image: http://bakery.invalid/rye.jpg"), "b.md": page("image: http://bakery.invalid/rye.jpg")},
    )
    done = mdlint("check", "--online", "--output-format=concise", ".", http_proxy=start, no_proxy="")
    assert done.stdout.count("[unreachable-url]") == 2
    assert asked == ["HEAD http://bakery.invalid/rye.jpg", "GET http://bakery.invalid/rye.jpg"]
