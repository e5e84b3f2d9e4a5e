"""Build hook: compiles the record's YAML files into the wheel, so that an installed package needs no YAML."""

import sys
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
        from hague.record.compiled import COMPILED, build

        build(root / "record", COMPILED)
        build_data["force_include"][str(COMPILED)] = "hague/record/compiled.msgpack"
