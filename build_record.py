"""Build hook: compiles the record's YAML files and the TOML tables of words into the wheel.

An installed package needs no YAML and starts without reading TOML.
"""

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class RecordBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":  # a checkout compiles its record by itself
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from hague import toml_tables
        from hague.record.compiled import COMPILED, build

        build(root / "record", COMPILED)
        build_data["force_include"][str(COMPILED)] = "hague/record/compiled.msgpack"
        self.tables = Path(tempfile.mkdtemp(prefix="hague-tables-"))
        for number, table in enumerate(sorted((root / "src").rglob("*.toml"))):
            compiled = self.tables / f"{number}.msgpack"
            compiled.write_bytes(toml_tables.compiled(table))
            name = toml_tables.compiled_path(table).relative_to(root / "src")
            build_data["force_include"][str(compiled)] = name.as_posix()

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if version != "editable":
            shutil.rmtree(self.tables)
