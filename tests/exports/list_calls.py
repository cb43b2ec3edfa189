"""Prints the calls of keras.* in a script, with their keywords, as JSON; fails where it does not parse."""

import ast
import json
import sys


def dotted(node):
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        before = dotted(node.value)
        return None if before is None else f"{before}.{node.attr}"
    return None


with open(sys.argv[1], encoding="utf-8") as file:
    tree = ast.parse(file.read())
# "ops" is keras.ops, as scripts abbreviate it.
calls = []
for node in ast.walk(tree):
    name = dotted(node.func) if isinstance(node, ast.Call) else None
    if name is not None and name.split(".")[0] in ("keras", "ops", "network"):
        keywords = [keyword.arg for keyword in node.keywords if keyword.arg is not None]
        calls.append({"name": name, "positional": len(node.args), "keywords": keywords})
print(json.dumps(calls))
