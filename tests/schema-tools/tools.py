"""Runs the tools of Python over the committed schemas and the documents of the vectors.

Usage: python tools.py FOLDER, with cases/, assessments/ and the command in the folder.
"""

import ast
import importlib.util
import json
import re
import sys
import time
from importlib.metadata import version
from pathlib import Path

from datamodel_code_generator import DataModelType, InputFileType, PythonVersion, generate
from datamodel_code_generator.format import Formatter
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

import cases

HERE = Path(__file__).parent
SCHEMAS = HERE / "../../crates/worthwhile/schema"
FOLDER = Path(sys.argv[1])
WORTHWHILE = FOLDER / "worthwhile"
CONTRACTS = [("Case", "case", "cases"), ("Assessment", "assessment", "assessments")]


def schema(name):
    return json.loads((SCHEMAS / f"{name}.json").read_text())


def documents(kind):
    return {path.name: json.loads(path.read_text()) for path in sorted((FOLDER / kind).iterdir())}


def tool(name, run):
    start = time.monotonic()
    said = run()
    print(f"{name}: {said} ({time.monotonic() - start:.1f} s)", flush=True)


def validate():
    count = 0
    for _, name, kind in CONTRACTS:
        for profile in (name, f"{name}.codegen"):
            Draft202012Validator.check_schema(schema(profile))
            validator = Draft202012Validator(schema(profile))
            for file, document in documents(kind).items():
                error = next(validator.iter_errors(document), None)
                assert error is None, f"{file}: {error}"
                count += 1
            assert not validator.is_valid({})
    return f"{count} documents are valid"


def models():
    count, classes = 0, 0
    for title, name, kind in CONTRACTS:
        path = FOLDER / f"models_{name}.py"
        generate(
            json.dumps(schema(f"{name}.codegen")),
            input_file_type=InputFileType.JsonSchema,
            output=path,
            output_model_type=DataModelType.PydanticV2BaseModel,
            target_python_version=PythonVersion.PY_311,
            class_name=title,
            collapse_root_models=True,
            use_standard_collections=True,
            use_union_operator=True,
            snake_case_field=False,
            disable_timestamp=True,
            formatters=[Formatter.BUILTIN],
        )
        code = path.read_text()
        found = [node.name for node in ast.walk(ast.parse(code)) if isinstance(node, ast.ClassDef)]
        assert len(found) > 20, found
        assert not [name for name in found if re.search(r"\d", name)], found
        assert not re.search(r"\bAny\b|\bOption ?\d", code), f"{path} has Any or an Option"
        classes += len(found)
        model = getattr(load(path), title)
        for file, document in documents(kind).items():
            back = model.model_validate(document).model_dump(
                mode="json", by_alias=True, exclude_unset=True
            )
            assert back == document, f"{file}: {back}"
            count += 1
    return f"{classes} classes, {count} documents come back whole"


def load(path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module


def openapi():
    document = schema("openapi")
    OpenAPIV31SpecValidator(document).validate()
    broken = json.loads(json.dumps(document))
    del broken["paths"]["/assess"]["post"]["responses"]["200"]["description"]
    assert not OpenAPIV31SpecValidator(broken).is_valid()
    return f"the document of OpenAPI {document['openapi']} is valid"


def generated():
    page = (SCHEMAS / "../docs/problems.md").read_text()
    reader_only = set(re.findall(r"^\| `(\w+)` .* \| yes \|$", page, re.M))
    assert len(reader_only) > 15, reader_only
    return cases.judge(schema("case.codegen"), reader_only, WORTHWHILE)


tool(f"jsonschema {version('jsonschema')}", validate)
tool(f"datamodel-code-generator {version('datamodel-code-generator')}, pydantic {version('pydantic')}", models)
tool(f"openapi-spec-validator {version('openapi-spec-validator')}", openapi)
tool(f"hypothesis-jsonschema {version('hypothesis-jsonschema')}", generated)
