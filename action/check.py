"""The step of GitHub's action that runs mdlint; `action.yml` says what the variables hold.

In GitHub Actions the text report adds annotations by itself, so this is about the rest: which lines count, whether code may run,
the job's summary, and SARIF. Standard library only.
"""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn


def main() -> int:
    event = _event()
    temporary = Path(os.environ["RUNNER_TEMP"])
    options = [*_code_options(event), *_cache_options(temporary), *shlex.split(_variable("OPTIONS"))]
    paths = _variable("PATHS").split("\n")
    paths = ["--", *filter(None, map(str.strip, paths))]
    own = [*_since_options(event)]
    wants_summary, wants_sarif = _asked("SUMMARY"), _asked("SARIF")
    summary = temporary / "mdlint-summary.md"
    if wants_summary:
        own += ["--output-file", f"markdown:{summary}"]
    code = _mdlint("--color", *own, *options, *paths)
    if summary.exists():
        _add_to_summary(summary)
    _put_out("exit-code", str(code))
    if wants_sarif and code in (0, 1):
        # Of all lines: code scanning itself tells which findings are new, and takes those that are missing for repaired.
        sarif = temporary / "mdlint.sarif"
        failed = _mdlint(
            "--quiet", "--exit-zero", *options, "--output-format", "sarif", "--output-file", str(sarif), *paths
        )
        if failed:
            return failed
        _put_out("sarif", str(sarif))
    return code


def _variable(name: str) -> str:
    return os.environ.get(f"MDLINT_{name}", "")


def _asked(name: str) -> bool:
    value = _variable(name)
    if value not in ("true", "false"):
        _fail(f"`{name.lower()}` is `{value}`; it must be `true` or `false`")
    return value == "true"


def _event() -> dict[str, Any]:
    """What started the workflow, as GitHub tells it."""
    path = os.environ.get("GITHUB_EVENT_PATH")
    event = json.loads(Path(path).read_text(encoding="utf-8")) if path and Path(path).exists() else {}
    return event if isinstance(event, dict) else {}


def _code_options(event: Mapping[str, Any]) -> Sequence[str]:
    wanted = _variable("NO_CODE")
    if wanted not in ("true", "false", "auto"):
        _fail(f"`no-code` is `{wanted}`; it must be `true`, `false` or `auto`")
    return ["--no-code"] if wanted == "true" or (wanted == "auto" and is_from_fork(event)) else []


def is_from_fork(event: Mapping[str, Any]) -> bool:
    """Whether the checked files may be a stranger's. Where it cannot be told, they are."""
    if pull := event.get("pull_request"):
        head, base = ((pull.get(side) or {}).get("repo") or {} for side in ("head", "base"))
        return not head.get("full_name") or head.get("full_name") != base.get("full_name")
    if run := event.get("workflow_run"):
        head = run.get("head_repository") or {}
        return bool(head.get("full_name") != (event.get("repository") or {}).get("full_name"))
    return "pull_request" in (event.get("issue") or {})  # a comment does not say where it comes from


def _cache_options(temporary: Path) -> Sequence[str]:
    return ["--cache-dir", str(temporary / "mdlint-cache")] if _asked("CACHE") else ["--no-cache"]


def _since_options(event: Mapping[str, Any]) -> Sequence[str]:
    wanted = _variable("SINCE")
    if wanted in ("", "none"):
        return []
    if wanted != "auto":
        return ["--since", wanted]
    base = ((event.get("pull_request") or {}).get("base") or {}).get("sha")
    base = base or (event.get("merge_group") or {}).get("base_sha")
    return ["--since", _fetched(base)] if base else []


def _fetched(base: str) -> str:
    """A revision to compare with, of which git knows enough: `actions/checkout` gets one commit only.

    GitHub checks out what the merged pull request would be; its first parent is then the base.
    """
    head = _git("rev-parse", "HEAD")
    parents = _git("cat-file", "commit", "HEAD").partition("\n\n")[0].count("\nparent ")  # also in a shallow clone
    if parents == 2 and head == os.environ.get("GITHUB_SHA"):
        if not _git("rev-parse", "--verify", "--quiet", "HEAD^1^{commit}"):
            _fetch("--depth=2", head)
        return "HEAD^1"
    if not _git("merge-base", base, "HEAD"):
        is_shallow = _git("rev-parse", "--is-shallow-repository") == "true"
        _fetch(*(["--unshallow"] if is_shallow else []), base)
    return base


def _git(*arguments: str) -> str:
    """What git answers; nothing where it cannot."""
    done = subprocess.run(["git", *arguments], capture_output=True, encoding="utf-8", check=False)
    return done.stdout.strip() if done.returncode == 0 else ""


def _fetch(*arguments: str) -> None:
    *options, revision = arguments
    command = ["git", "fetch", "--quiet", "--no-tags", "--no-recurse-submodules", *options, "origin", revision]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        _fail(
            f"what has changed cannot be told, because git could not fetch {revision}: {done.stderr.strip()}\n"
            "Check out with `fetch-depth: 0`, or set `since: none`."
        )


def _mdlint(*arguments: str) -> int:
    sys.stdout.flush()
    return subprocess.run([sys.executable, "-m", "mdlint", "check", *arguments], check=False).returncode


def _add_to_summary(path: Path) -> None:
    """Append, since others may have written to the summary before."""
    target = os.environ.get("GITHUB_STEP_SUMMARY")
    if not target:
        return
    with Path(target).open("ab") as out:
        out.write(path.read_bytes())


def _put_out(name: str, value: str) -> None:
    if path := os.environ.get("GITHUB_OUTPUT"):
        with Path(path).open("a", encoding="utf-8") as out:
            out.write(f"{name}={value}\n")


def _fail(message: str) -> NoReturn:
    """End as a mistake in the call ends, with an annotation of the run."""
    print("::error title=mdlint::" + message.replace("%", "%25").replace("\r", "").replace("\n", "%0A"))
    raise SystemExit(2)


if __name__ == "__main__":
    raise SystemExit(main())
