import pytest

from mdlint.testing import findings, fixed

FILES = dict.fromkeys(
    (
        "astro.config.mjs",
        "public/images/Rye Bread.jpg",
        "public/images/rye.jpg",
        "src/assets/oat.png",
        "src/layouts/Post.astro",
    ),
    "",
)
POST = "src/content/blog/rye.md"


@pytest.mark.parametrize(
    ("path", "field", "right"),
    [
        (POST, "image: /images/RYE.jpg", "image: /images/rye.jpg"),
        (POST, "image: /Images/rye.JPG", "image: /images/rye.jpg"),
        (POST, "image: '/images/RYE.jpg?v=2#Top'", "image: '/images/rye.jpg?v=2#Top'"),
        (POST, 'image: "/images/rye bread.jpg"', 'image: "/images/Rye Bread.jpg"'),
        (POST, "image: /images/rye%20bread.jpg", "image: /images/Rye%20Bread.jpg"),
        (POST, "heroImage: ../../Assets/oat.png", "heroImage: ../../assets/oat.png"),
        (POST, "cover:\n  url: ../../assets/Oat.png", "cover:\n  url: ../../assets/oat.png"),
        ("src/pages/rye.md", "layout: ../layouts/post.astro", "layout: ../layouts/Post.astro"),
        (
            "src/pages/rye.md",
            "images:\n- /images/Rye.jpg\n- /images/rye.jpg",
            "images:\n- /images/rye.jpg\n- /images/rye.jpg",
        ),
    ],
)
def test_fixed(path: str, field: str, right: str) -> None:
    text = f"---\n{field}\n---\n"
    assert fixed("asset-case-mismatch", text, path=path, files=FILES) == f"---\n{right}\n---\n"


def test_alias() -> None:
    files = {**FILES, "tsconfig.json": '{"compilerOptions": {"paths": {"@assets/*": ["./src/assets/*"]}}}'}
    assert fixed("asset-case-mismatch", "---\nimage: '@assets/OAT.png'\n---\n", path=POST, files=files) == (
        "---\nimage: '@assets/oat.png'\n---\n"
    )


def test_message() -> None:
    (found,) = findings("asset-case-mismatch", "---\nimage: /images/RYE.jpg\n---\n", path=POST, files=FILES)
    assert found.message == "`image` is `/images/RYE.jpg`, but the file is called `/images/rye.jpg`"
    assert found.span == (2, 8, 2, 23)
    assert found.fix is not None
    assert found.fix.safe


def test_what_cannot_be_rewritten_has_no_fix() -> None:
    (found,) = findings("asset-case-mismatch", '---\nimage: "/images/\\x52ye.jpg"\n---\n', path=POST, files=FILES)
    assert found.fix is None


@pytest.mark.parametrize(
    ("path", "field", "more"),
    [
        pytest.param(POST, "image: /images/rye.jpg", (), id="as it is"),
        pytest.param(POST, "image: /images/wheat.jpg", (), id="missing"),
        pytest.param(
            POST, "image: /images/OAT.jpg", ("public/images/OAT.jpg", "public/images/oat.jpg"), id="both are there"
        ),
        pytest.param(
            POST, "image: /images/Oat.jpg", ("public/images/OAT.jpg", "public/images/oat.jpg"), id="which of two"
        ),
        pytest.param(POST, "image: /images/RYE.jpg", ("src/images/RYE.jpg",), id="elsewhere it is right"),
        pytest.param(POST, "image: https://bakery-site.org/images/RYE.jpg", (), id="a URL"),
        pytest.param("../Blog/rye.md", "image: ./rye.jpg", ("../Blog/rye.jpg", "../package.json"), id="above the root"),
    ],
)
def test_valid(path: str, field: str, more: tuple[str, ...]) -> None:
    files = {**FILES, **dict.fromkeys(more, "")}
    assert findings("asset-case-mismatch", f"---\n{field}\n---\n", path=path, files=files) == ()


def test_hugo_finds_resources_in_any_case() -> None:
    files = {"hugo.toml": "", "static/Rye.jpg": "", "content/rye/Cover.jpg": ""}
    assert (
        findings("asset-case-mismatch", "---\nimage: cover.jpg\n---\n", path="content/rye/index.md", files=files) == ()
    )
    assert (
        len(findings("asset-case-mismatch", "---\nimage: /rye.jpg\n---\n", path="content/rye/index.md", files=files))
        == 1
    )
