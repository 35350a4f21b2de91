"""GitHub's action: its steps, run by bash with the variables that GitHub sets, in clones such as `actions/checkout` makes."""

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import pytest
import yaml

ROOT = Path(__file__).parents[1]
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")
GOOD = "---\ntitle: Bread\ndescription: A loaf for beginners\n---\n\nFlour, water, salt.\n"
BAD = "---\ntitle: Bread\ndescription: ''\n---\n\nFlour, water, salt.\n"
OLD, NEW = "content/old.md", "content/neu und 新.md"
INPUTS = {
    "paths": "content",
    "options": "",
    "since": "auto",
    "no-code": "auto",
    "summary": "true",
    "sarif": "false",
    "cache": "true",
}

pytestmark = pytest.mark.skipif(
    shutil.which("git") is None or shutil.which("bash") is None, reason="the action's steps need git and bash"
)


class Done(NamedTuple):
    """What a run of the step left behind."""

    code: int
    said: str
    summary: str
    outputs: dict[str, str]

    def annotated(self) -> list[str]:
        """The files that have annotations, in order."""
        return re.findall(r"^::(?:error|warning|notice) .*?\bfile=([^,:]+)", self.said, re.MULTILINE)


class Checkout:
    """A repository, and a clone of one of its commits without any history, as `actions/checkout` makes by default."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.origin, self.clone, self.runner = folder / "origin", folder / "work tree", folder / "runner"
        for path in (self.origin, self.clone, self.runner):
            path.mkdir()
        self.git(self.origin, "init", "--quiet", "--initial-branch=main")
        self.base = self.commit({OLD: BAD, "content/good.md": GOOD})
        self.git(self.origin, "checkout", "--quiet", "-b", "topic")
        self.head = self.commit({NEW: BAD, OLD: BAD.replace("salt", "salt, time")})
        self.git(self.origin, "checkout", "--quiet", "--detach", "main")
        self.git(self.origin, "merge", "--quiet", "--no-ff", "-m", "Merge", "topic")
        self.merge = self.git(self.origin, "rev-parse", "HEAD")
        self.git(self.origin, "update-ref", "refs/pull/7/merge", self.merge)
        self.git(self.origin, "checkout", "--quiet", "main")

    def git(self, folder: Path, *arguments: str) -> str:
        names = ("-c", "user.name=Ada", "-c", "user.email=ada@test-site.org")
        done = subprocess.run(
            ["git", *names, *arguments], cwd=folder, check=True, capture_output=True, encoding="utf-8"
        )
        return done.stdout.strip()

    def commit(self, files: dict[str, str]) -> str:
        for path, text in files.items():
            (self.origin / path).parent.mkdir(parents=True, exist_ok=True)
            (self.origin / path).write_text(text, encoding="utf-8", newline="\n")
        self.git(self.origin, "add", ".")
        self.git(self.origin, "commit", "--quiet", "-m", "Change")
        return self.git(self.origin, "rev-parse", "HEAD")

    def check_out(self, revision: str) -> None:
        self.git(self.clone, "init", "--quiet")
        self.git(self.clone, "remote", "add", "origin", self.origin.as_uri())
        self.git(self.clone, "fetch", "--quiet", "--depth=1", "origin", revision)
        self.git(self.clone, "checkout", "--quiet", "--detach", revision)

    def run(
        self, event: Mapping[str, Any] | None = None, inputs: Mapping[str, str] = MappingProxyType({}), *, sha: str = ""
    ) -> Done:
        """Run the step that checks, for an event and with inputs of the action."""
        files = {
            name: self.runner / name.lower() for name in ("GITHUB_EVENT_PATH", "GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")
        }
        files["GITHUB_EVENT_PATH"].write_text(json.dumps(event or {"ref": "refs/heads/main"}))
        files["GITHUB_OUTPUT"].touch()
        files["GITHUB_STEP_SUMMARY"].write_text("Said before.\n")
        step = next(step for step in STEPS if step.get("id") == "check")
        given = {**INPUTS, **inputs}
        known = {f"inputs.{name}": value for name, value in given.items()} | {
            "steps.install.outputs.python": sys.executable
        }
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "GIT_"))}
        environment |= {
            name: EXPRESSION.sub(lambda found: known[found[1]], value) for name, value in step["env"].items()
        }
        environment |= {name: str(path) for name, path in files.items()}
        environment |= {
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_ACTIONS": "true",
            "GITHUB_SHA": sha or self.git(self.clone, "rev-parse", "HEAD"),
            "GITHUB_WORKSPACE": str(self.clone),
            "RUNNER_TEMP": str(self.runner),
        }
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=self.clone,
            env=environment,
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        lines = files["GITHUB_OUTPUT"].read_text(encoding="utf-8").splitlines()
        summary = files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8")
        return Done(done.returncode, done.stdout, summary, dict(line.split("=", 1) for line in lines))

    def pull_request(self, fork: str | None = "ada/site") -> dict[str, Any]:
        """The event of a pull request from a repository, which may be gone."""
        return {
            "number": 7,
            "pull_request": {
                "head": {"sha": self.head, "repo": fork and {"full_name": fork}},
                "base": {"sha": self.base, "repo": {"full_name": "ada/site"}},
            },
        }


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


def test_a_pull_request(checkout: Checkout) -> None:
    checkout.check_out(checkout.merge)
    done = checkout.run(checkout.pull_request())
    assert done.code == 1, done.said
    assert done.annotated() == [NEW]
    assert "Checked 3 files" in done.said
    assert done.summary.startswith("Said before.\n")
    assert "empty-description" in done.summary
    assert done.outputs == {"exit-code": "1"}


def test_a_push(checkout: Checkout) -> None:
    checkout.check_out(checkout.merge)
    done = checkout.run()
    assert (done.code, sorted(done.annotated())) == (1, sorted([NEW, OLD])), done.said


@pytest.mark.parametrize("cache", ["true", "false"])
def test_the_cache(cache: str, checkout: Checkout) -> None:
    """Outside the work tree, so that nobody commits it, and in the folder that the next step but one keeps."""
    checkout.check_out(checkout.merge)
    said = [checkout.run(inputs={"cache": cache}).annotated() for _ in range(2)]
    assert said[0] == said[1] != []
    (step,) = (step for step in STEPS if "cache" in step.get("uses", ""))
    kept = Path(step["with"]["path"].replace("${{ runner.temp }}", str(checkout.runner)))
    assert kept.exists() == (cache == "true")
    assert checkout.git(checkout.clone, "status", "--porcelain", "--ignored") == ""


def test_nothing_wrong(checkout: Checkout) -> None:
    checkout.check_out(checkout.base)
    done = checkout.run(inputs={"paths": "content/good.md"})
    assert (done.code, done.annotated(), done.outputs) == (0, [], {"exit-code": "0"}), done.said


def test_a_pull_request_whose_head_is_checked_out(checkout: Checkout) -> None:
    """Another commit was merged since; what it brought is not the author's."""
    checkout.base = checkout.commit({"content/other.md": BAD})
    checkout.check_out(checkout.head)
    done = checkout.run(checkout.pull_request(), sha=checkout.merge)
    assert (done.code, done.annotated()) == (1, [NEW]), done.said


def test_a_pull_request_that_merged_the_base_itself(checkout: Checkout) -> None:
    """Its head is a merge commit too, whose first parent is not the base."""
    checkout.git(checkout.origin, "checkout", "--quiet", "topic")
    checkout.commit({"content/second.md": BAD})
    checkout.git(checkout.origin, "checkout", "--quiet", "main")
    checkout.base = checkout.commit({"content/other.md": BAD})
    checkout.git(checkout.origin, "checkout", "--quiet", "topic")
    checkout.git(checkout.origin, "merge", "--quiet", "--no-ff", "-m", "Merge", "main")
    checkout.head = checkout.git(checkout.origin, "rev-parse", "HEAD")
    checkout.check_out(checkout.head)
    done = checkout.run(checkout.pull_request(), sha=checkout.merge)
    assert sorted(done.annotated()) == sorted([NEW, "content/second.md"]), done.said


def test_a_merge_queue(checkout: Checkout) -> None:
    checkout.check_out(checkout.merge)
    done = checkout.run({"merge_group": {"base_sha": checkout.base}})
    assert (done.code, done.annotated()) == (1, [NEW]), done.said


@pytest.mark.parametrize("since", ["none", ""])
def test_all_lines_of_a_pull_request(since: str, checkout: Checkout) -> None:
    checkout.check_out(checkout.merge)
    done = checkout.run(checkout.pull_request(), {"since": since})
    assert sorted(done.annotated()) == sorted([NEW, OLD]), done.said


def test_a_base_that_cannot_be_fetched(checkout: Checkout) -> None:
    checkout.check_out(checkout.merge)
    checkout.git(checkout.clone, "remote", "set-url", "origin", (checkout.folder / "gone").as_uri())
    done = checkout.run(checkout.pull_request())
    assert done.code == 2
    assert re.fullmatch(r"::error title=mdlint::what has changed cannot be told.*`since: none`\.\n", done.said)


PLUGIN = {"mdlint.toml": 'plugins = ["rules.py"]\n', "rules.py": "print('ran')\nRULES = []\n"}


@pytest.mark.parametrize("fork", ["eve/site", None])
def test_code_from_a_fork_does_not_run(fork: str | None, checkout: Checkout) -> None:
    checkout.check_out(checkout.commit(PLUGIN))
    done = checkout.run(checkout.pull_request(fork), {"since": "none"})
    assert done.code == 2
    assert "--no-code refuses" in done.said
    assert "ran\n" not in done.said


def other_events(checkout: Checkout) -> dict[str, tuple[dict[str, Any], bool]]:
    """Events, each with whether code may run."""
    ours, theirs = {"full_name": "ada/site"}, {"full_name": "eve/site"}
    return {
        "push": ({"repository": ours}, True),
        "pull request from a branch": (checkout.pull_request(), True),
        "run for a branch": ({"repository": ours, "workflow_run": {"head_repository": ours}}, True),
        "run for a fork": ({"repository": ours, "workflow_run": {"head_repository": theirs}}, False),
        "comment on an issue": ({"repository": ours, "issue": {}}, True),
        "comment on a pull request": ({"repository": ours, "issue": {"pull_request": {}}}, False),
    }


def test_whose_code_runs(checkout: Checkout) -> None:
    checkout.check_out(checkout.commit(PLUGIN))
    for name, (event, may_run) in other_events(checkout).items():
        assert ("ran\n" in checkout.run(event, {"since": "none"}).said) == may_run, name
    assert "ran\n" not in checkout.run(inputs={"no-code": "true"}).said
    assert "ran\n" in checkout.run(checkout.pull_request("eve/site"), {"since": "none", "no-code": "false"}).said


def test_sarif_tells_of_all_lines(checkout: Checkout) -> None:
    checkout.check_out(checkout.merge)
    done = checkout.run(checkout.pull_request(), {"sarif": "true", "summary": "false"})
    assert done.code == 1, done.said
    assert done.summary == "Said before.\n"
    assert done.said.count("Checked 3 files") == 1
    (run,) = json.loads(Path(done.outputs["sarif"]).read_text(encoding="utf-8"))["runs"]
    assert len(run["results"]) == 2


MISTAKES = {"summary": "yes", "sarif": "", "no-code": "never", "cache": "on"}


@pytest.mark.parametrize(("name", "value"), MISTAKES.items())
def test_a_mistake_in_the_inputs(name: str, value: str, checkout: Checkout) -> None:
    checkout.check_out(checkout.base)
    done = checkout.run(inputs={name: value})
    assert done.code == 2
    assert done.said.startswith(f"::error title=mdlint::`{name}` is `{value}`")


@pytest.mark.parametrize("name", ["paths", "options", "since"])
def test_inputs_are_not_run(name: str, checkout: Checkout) -> None:
    checkout.check_out(checkout.base)
    hostile = "$(touch pwned) `touch pwned` ; touch pwned"
    assert checkout.run(inputs={name: hostile}).code == 2
    assert not [path for path in checkout.folder.glob("**/pwned*") if path.is_file()]


def test_paths_and_options(checkout: Checkout) -> None:
    checkout.check_out(checkout.merge)
    done = checkout.run(inputs={"paths": f"  {NEW}\n\n--help\n", "options": "--select 'empty-description,empty-title'"})
    assert done.code == 2
    assert "--help" in done.said  # as a file that is not there
    done = checkout.run(
        inputs={"paths": f"  {NEW}\n\n", "options": "--output-format concise --ignore 'empty-description'"}
    )
    assert (done.code, done.annotated()) == (0, []), done.said


def test_the_package_is_installed(tmp_path: Path) -> None:
    """The one beside `action.yml`, or the version that is asked for; in an environment of its own."""
    step = next(step for step in STEPS if step.get("id") == "install")
    output = tmp_path / "output"
    environment = {**os.environ, "PYTHON": sys.executable, "VERSION": "", "GITHUB_ACTION_PATH": str(ROOT)}
    environment |= {"RUNNER_TEMP": str(tmp_path), "GITHUB_OUTPUT": str(output)}
    # Built with what is here, and without its dependencies, which the README's test installs.
    environment |= {"PIP_NO_DEPS": "1", "PIP_NO_BUILD_ISOLATION": "0", "PYTHONPATH": sysconfig.get_path("purelib")}
    subprocess.run(["bash", "-eo", "pipefail", "-c", step["run"]], env=environment, check=True, cwd=tmp_path)
    python = output.read_text(encoding="utf-8").strip().removeprefix("python=")
    code = "import mdlint; print(mdlint.__file__)"
    where = subprocess.run([python, "-I", "-c", code], check=True, capture_output=True, text=True, cwd=tmp_path).stdout
    assert Path(where).is_relative_to(tmp_path / "mdlint")
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", step["run"]],
        env={**environment, "VERSION": "0.0.0.dev0", "PIP_NO_INDEX": "1"},
        check=False,
        capture_output=True,
        text=True,
        cwd=tmp_path,
    )
    assert done.returncode
    assert "mdlint-frontmatter==0.0.0.dev0" in done.stderr


def test_no_input_is_text_within_a_script() -> None:
    scripts = [step["run"] for step in STEPS if "run" in step]
    assert len(scripts) == 2
    assert not any("${{" in script for script in scripts)


def test_every_input_is_used_and_every_one_used_is_there() -> None:
    used = set(re.findall(r"\binputs\.([a-z-]+)", json.dumps(ACTION["runs"])))
    assert used == set(ACTION["inputs"])
    given = {name: str(ACTION["inputs"][name]["default"]) for name in INPUTS}
    assert given == {**INPUTS, "paths": "."}
    ids = {step["id"] for step in STEPS if "id" in step}
    assert set(re.findall(r"\bsteps\.([a-z-]+)\.", json.dumps(ACTION))) <= ids


EXAMPLES = {
    found["title"]: yaml.safe_load(found["text"])
    for found in re.finditer(
        r'^```yaml title="(?P<title>[^"]+)"\n(?P<text>.*?)^```$',
        (ROOT / "docs" / "ci.md").read_text(encoding="utf-8"),
        re.MULTILINE | re.DOTALL,
    )
}


def test_the_documented_workflows() -> None:
    workflows = {name: text for name, text in EXAMPLES.items() if name.startswith(".github/workflows/")}
    assert len(workflows) == 3
    used = []
    for name, workflow in workflows.items():
        assert workflow["permissions"]["contents"] == "read", name
        (job,) = workflow["jobs"].values()
        for step in job["steps"]:
            if step.get("uses", "").startswith("mdlint/mdlint@"):
                used.append(step["uses"])
                assert set(step["with"]) <= set(ACTION["inputs"]), name
    assert len(used) == 2


def commands() -> list[str]:
    """What the documented jobs run, and what the page shows besides."""
    (plain,) = EXAMPLES[".github/workflows/mdlint-plain.yml"]["jobs"].values()
    lines = [step["run"] for step in plain["steps"] if "run" in step]
    lines += EXAMPLES[".gitlab-ci.yml"]["mdlint"]["script"]
    lines += re.findall(
        r"^```sh\n(.*?)\n```$", (ROOT / "docs" / "ci.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    return [line for line in lines if line.startswith("mdlint ")]


@pytest.mark.parametrize("command", commands())
def test_the_documented_commands(command: str, checkout: Checkout) -> None:
    checkout.git(checkout.folder, "clone", "--quiet", str(checkout.origin), str(checkout.folder / "whole"))
    folder = checkout.folder / "whole"
    checkout.git(folder, "checkout", "--quiet", checkout.head)
    environment = {**os.environ, "GITHUB_BASE_REF": "main"}
    program = f'mdlint() {{ "{sys.executable}" -m mdlint "$@"; }}; {command}'
    done = subprocess.run(
        ["bash", "-c", program], cwd=folder, env=environment, check=False, capture_output=True, encoding="utf-8"
    )
    assert (done.returncode, done.stderr) == (1, ""), done.stderr
    for name in re.findall(r"--output-file (?:[a-z]+:)?(\S+)", command):
        assert "empty-description" in (folder / name).read_text(encoding="utf-8")


def test_the_documented_inputs_are_the_actions() -> None:
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z-]+)` \| (?:`([^`]*)`)? ?\|", page, re.MULTILINE)
    assert dict(rows) == {name: str(about["default"]) for name, about in ACTION["inputs"].items()}


def test_the_documented_hooks_are_there() -> None:
    known = {hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
    (repository,) = EXAMPLES[".pre-commit-config.yaml"]["repos"]
    assert {hook["id"] for hook in repository["hooks"]} <= known
