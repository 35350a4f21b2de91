import pytest

from mdlint.testing import findings

JEKYLL = "generator = 'jekyll'"
POST = "---\ntitle: Rye bread\n---\n\nText\n"
DATED = "---\ntitle: Rye bread\ndate: 2024-01-05 10:00:00 +0800\n---\n\nText\n"

VALID = {
    "a date": ("_posts/2024-01-05-rye.md", POST),
    "a short date": ("_posts/24-1-5-rye.md", POST),
    "a leap day": ("_posts/2024-02-29-rye.md", POST),
    "a date and no title": ("_posts/2024-01-05-.md", POST),
    "in a folder of posts": ("bread/_posts/2019/2024-01-05-rye.md", POST),
    "another script": ("_posts/2024-01-05-面包.md", POST),
    "an impossible date that does not count": ("_posts/2024-02-30-rye.md", DATED),
    "a date that cannot be read": ("_posts/2024-02-30-rye.md", "---\ntitle: a\ndate: 'b\n---\n"),
    "a draft": ("_drafts/rye.md", POST),
    "a page": ("bread/rye.md", POST),
    "a folder of nearly that name": ("my_posts/rye.md", POST),
    "a file of that name": ("_posts.md", POST),
    "passed over": ("_posts/_rye.md", POST),
    "in a folder that is passed over": ("_site/_posts/rye.md", POST),
    "not published": ("_posts/rye.md", "---\npublished: false\n---\n"),
    "no post": ("_posts/README.md", POST),
    "no front matter": ("_posts/rye.md", "Text\n"),
    "a template": ("_posts/_templates/rye.md", POST),
}
INVALID = {
    "no date": ("_posts/rye.md", POST, "no date, so Jekyll does not publish", "`YYYY-MM-DD-rye.md`"),
    "the date of the front matter": ("_posts/rye.md", DATED, "no date", "`2024-01-05-rye.md`"),
    "below the folder": ("./blog/_posts/2024/rye.markdown", DATED, "no date", "`2024-01-05-rye.markdown`"),
    "above": ("../site/_posts/面包.md", DATED, "no date", "`2024-01-05-面包.md`"),
    "from the root": ("/srv/site/_posts/rye.md", DATED, "no date", "`2024-01-05-rye.md`"),
    "underscores": ("_posts/2024_01_05-rye.md", POST, "no date", "`2024-01-05-rye.md`"),
    "a space": ("_posts/2024-01-05 rye bread.md", POST, "no date", "`2024-01-05-rye bread.md`"),
    "no signs": ("_posts/20240105-rye.md", POST, "no date", "`2024-01-05-rye.md`"),
    "nothing but a date": ("_posts/2024-1-5.md", POST, "no date", "`2024-01-05-title.md`"),
    "a folder with a date": ("_posts/2024-01-05-rye/post.md", POST, "no date", "`YYYY-MM-DD-post.md`"),
    "30 February": ("_posts/2024-02-30-rye.md", POST, "`2024-02-30`, which is in no calendar: Jekyll takes it for 2024-03-01", ""),
    "31 April": ("_posts/24-4-31-rye.md", POST, "`24-4-31`, which is in no calendar: Jekyll takes it for 2024-05-01", ""),
    "a 13th month": ("_posts/2024-13-01-rye.md", POST, "in no calendar: Jekyll stops there", ""),
    "no day": ("_posts/0000-00-00-rye.md", POST, "in no calendar: Jekyll stops there", ""),
}  # fmt: skip


@pytest.mark.parametrize(("path", "content"), VALID.values(), ids=VALID)
def test_valid(path: str, content: str) -> None:
    assert findings("misnamed-post", content, path=path, config=JEKYLL) == ()


@pytest.mark.parametrize(("path", "content", "message", "hint"), INVALID.values(), ids=INVALID)
def test_invalid(path: str, content: str, message: str, hint: str) -> None:
    [found] = findings("misnamed-post", content, path=path, config=JEKYLL)
    assert message in found.message
    assert hint in found.hint
    assert found.severity == ("error" if "calendar" in message else "warning")


@pytest.mark.parametrize("config", ["", "generator = 'hexo'", "generator = 'eleventy'"])
def test_other_generators(config: str) -> None:
    assert findings("misnamed-post", POST, path="source/_posts/rye.md", config=config) == ()
