import json

import pytest

from mdlint.document import Document
from mdlint.linter import Linter
from mdlint.settings import Settings
from mdlint.testing import findings, places

# Put together here, so that no scanner takes this file for a leak.
SECRETS = {
    "AWS": "AK" + "IA2E7QWZ5TYPL4NVRM",
    "GitHub": "gh" + "p_R7kZ2mQw9LpX4vTn8YbC3dGf6HjS1aUeKo5i",
    "GitHub, fine-grained": "github" + "_pat_" + "R7kZ2mQw9LpX4vTn8YbC3d_" + "Gf6HjS1aUeKo5i" * 4 + "Qwz",
    "GitLab": "gl" + "pat-R7kZ2mQw9LpX4vTn8YbC",
    "OpenAI": "sk" + "-proj-R7kZ2mQw9LpX4vTn8YbC" + "T3Blbk" + "FJ3dGf6HjS1aUeKo5iR7kZ",
    "Anthropic": "sk" + "-ant-api03-" + "R7kZ2mQw9LpX4vTn8Y" * 5,
    "Google": "AI" + "zaSyR7kZ2mQw9LpX4vTn8YbC3dGf6HjS1aUeK",
    "Slack": "xo" + "xb-2847561930-R7kZ2mQw9LpX4vTn8YbC3dGf",
    "Slack webhook": "hooks.sla" + "ck.com/services/T8QZ4LPXA/B7KWM2NVR/R7kZ2mQw9LpX4vTn8YbC3dGf",
    "Discord webhook": "disc" + "ord.com/api/webhooks/839265174026483915/" + "R7kZ2mQw9LpX4vTn8YbC3dGf" * 3,
    "Telegram": "5839271604" + ":AAR7kZ2mQw9LpX4vTn8YbC3dGf6HjS1aUeK",
    "Stripe": "sk_" + "live_R7kZ2mQw9LpX4vTn8YbC3dGf",
    "npm": "np" + "m_R7kZ2mQw9LpX4vTn8YbC3dGf6HjS1aUeKo5i",
    "PyPI": "py" + "pi-AgEI" + "R7kZ2mQw9LpX4vTn8Y" * 4,
    "Docker": "dckr" + "_pat_R7kZ2mQw9LpX4vTn8YbC3dGf6Hj",
    "Hugging Face": "h" + "f_RkZmQwLpXvTnYbCdGfHjSaUeKoiRkZmQwL",
    "SendGrid": "S" + "G.R7kZ2mQw9LpX4vTn8YbC3d.R7kZ2mQw9LpX4vTn8YbC3dGf6HjS1aUeKo5iWqPzMnB",
    "DigitalOcean": "do" + "p_v1_" + "3f8a1c7e9b2d4065" * 4,
    "private key": "-----BEGIN " + "RSA PRIVATE KEY-----",
}
VALID = {
    "an AWS example": "key: AKIAIOSFODNN7EXAMPLE",
    "a filled place": f"token: gh{'p_' + 'x' * 36}",
    "a word before it": f"token: a{SECRETS['GitHub']}",
    "too short": "token: ghp_R7kZ2mQw",
    "a continent": "region: ASIA and the Pacific, ASIAPACIFICREGIONALS",
    "a test key of Stripe": "key: sk_te" + "st_R7kZ2mQw9LpX4vTn8YbC3dGf",
    "an id": "id: 3f8a1c7e9b2d40653f8a1c7e9b2d4065\nhash: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "a title": "title: npm_config_registry and hf_transfer, the Hugging Face way",
    "a public key": "key: -----BEGIN PUBLIC KEY-----",
    "few signs": "token: gh" + "p_aaaabbbbaaaabbbbaaaabbbbaaaabbbbaaaa",
    "what takes long to search": "token: " + "sk-" * 30_000 + "T3Blbk" + "FJ",
    "not text": "a: [1, null, {b: 2024-01-05}]",
}


@pytest.mark.parametrize("fields", VALID.values(), ids=VALID)
def test_valid(fields: str) -> None:
    assert places("secret", f"---\n{fields}\n---\n") == []


@pytest.mark.parametrize("secret", SECRETS.values(), ids=SECRETS)
def test_invalid(secret: str) -> None:
    start = 8 + 8 * ("/" in secret)
    content = f"---\ntitle: a\ntoken: {'https://' if '/' in secret else ''}{secret}\n---\n"
    assert places("secret", content) == [(3, start, 3, start + len(secret))]


@pytest.mark.parametrize("secret", SECRETS.values(), ids=SECRETS)
def test_is_not_shown(secret: str) -> None:
    if secret.startswith("-"):
        return
    scheme = "https://" if "/" in secret else ""
    [found] = findings("secret", f"---\ntoken: {scheme}{secret}\n---\n")
    assert secret[:12] not in repr(found)
    assert found.excerpt is not None
    assert found.excerpt.text == f"token: {scheme}{secret[:4]}{'*' * (len(secret) - 4)}"


def test_no_other_finding_shows_it() -> None:
    secret = SECRETS["GitHub"]
    content = f"---\ntitle: a\ntitel: b\nauthor: {secret}\nmeta: [{{name: author, content: {secret} }}, {{name: keywords}}]\n---\n"
    found = Linter(Settings(schema="post")).lint(Document("post.md", content))
    assert {"secret", "meta-entry"} <= {f.rule for f in found}
    assert all(secret[:12] not in json.dumps(f) for f in found)
    assert all(secret[-12:] not in json.dumps(f) for f in found)


def test_a_message_that_cuts_it_off() -> None:
    secret = SECRETS["Anthropic"]
    content = f"---\nauthor: Ada\nmeta: [{{name: author, content: {secret} }}]\n---\n"
    found = Linter(Settings(select=("secret", "meta-conflict"))).lint(Document("post.md", content))
    assert [f.rule for f in found] == ["meta-conflict", "secret"]
    assert found[0].message.startswith("`meta` gives `sk-a*******")
    assert secret[:12] not in repr(found)


def test_a_very_long_line() -> None:
    secret = SECRETS["Anthropic"]
    content = f"---\nnote: {'bread ' * 200}{secret}{' bread' * 200}\n---\n"
    [found] = findings("secret", content)
    assert found.excerpt is not None
    assert found.excerpt.column > 1
    assert secret[:4] + "*" * (len(secret) - 4) + " bread" in found.excerpt.text


def test_in_a_comment_behind_emoji_with_crlf() -> None:
    secret = SECRETS["npm"]
    assert places("secret", f"---\r\n面包: 🍞 # {secret}\r\n---\r\n") == [(2, 9, 2, 9 + len(secret))]


def test_in_toml() -> None:
    secret = SECRETS["AWS"]
    assert places("secret", f'+++\nkey = "{secret}"\n+++\n') == [(2, 8, 2, 8 + len(secret))]


def test_body() -> None:
    secret = SECRETS["GitLab"]
    content = f"---\ntitle: a\n---\nexport TOKEN={secret}\n"
    assert places("secret", content) == []
    assert places("secret", content, body=True) == [(4, 14, 4, 14 + len(secret))]
