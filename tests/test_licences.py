"""Every package that the program ships with has a licence text in the bundle and a place in the notices."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from .conftest import ROOT


@pytest.fixture(scope="module")
def bundle_parts() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bundle_parts", ROOT / "build" / "bundle_parts.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_package_has_a_text_and_a_notice(bundle_parts: ModuleType) -> None:
    notices = (ROOT / "THIRD-PARTY-NOTICES.md").read_text("utf-8").lower().replace("_", "-")
    for package in bundle_parts.shipped():
        name = package.metadata["Name"].lower().replace("_", "-")
        texts = bundle_parts.texts_of(package)
        assert texts and max(text.stat().st_size for text in texts) > 100, name
        assert name.removeprefix("python-") in notices, name


def test_what_is_under_the_gpl_alone_is_a_fault(bundle_parts: ModuleType, tmp_path: Path) -> None:
    bundle = tmp_path
    for package in bundle_parts.shipped():
        (bundle / "_internal" / "licenses" / package.metadata["Name"]).mkdir(parents=True)
        (bundle / "_internal" / "licenses" / package.metadata["Name"] / "LICENSE").write_text("…", "utf-8")
    assert bundle_parts.faults(bundle) == []
    (bundle / "_internal" / "libreadline.so.8").write_bytes(b"")
    assert bundle_parts.faults(bundle) == ["under the GPL alone: _internal/libreadline.so.8"]
