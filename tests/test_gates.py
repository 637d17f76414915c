"""A gate that skips on a machine of continuous integration fails; any other test may skip."""

import pytest

pytest_plugins = ["pytester"]


@pytest.mark.parametrize(("ci", "failed", "skipped"), [("true", 1, 1), ("", 0, 2)])
def test_a_gate_must_not_skip_where_nobody_looks(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, ci: str, failed: int, skipped: int
) -> None:
    from tests import conftest

    pytester.makeconftest(f"import os\nimport pytest\n{_source(conftest.pytest_runtest_makereport)}")
    pytester.makepyfile(
        "import pytest\n"
        "@pytest.mark.gate\ndef test_a(): pytest.skip('no data')\n"
        "def test_b(): pytest.skip('no data')\n"
        "@pytest.mark.gate\ndef test_c(): pass\n"
    )
    monkeypatch.setenv("CI", ci)
    result = pytester.runpytest_inprocess("-p", "no:cacheprovider", "-W", "ignore")
    result.assert_outcomes(passed=1, failed=failed, skipped=skipped)


def _source(function: object) -> str:
    import inspect

    return inspect.getsource(function).replace(  # type: ignore[arg-type]
        "-> Generator[None, pytest.TestReport, pytest.TestReport]", ""
    )
