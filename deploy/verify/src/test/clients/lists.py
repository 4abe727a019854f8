"""Reads lists as pages of JSON, as CSV with pandas, and as newline-delimited JSON, and compares the rows.

Usage: lists.py ORIGIN PATH...   A path is that of a list in JSON, with a query.
"""

import io
import json
import sys
import urllib.parse
import urllib.request

import pandas


def fetch(url):
    with urllib.request.urlopen(url) as response:
        return response.read()


def parsed(text):
    """Numbers stay texts, so that no digit is lost."""
    return json.loads(text, parse_float=str, parse_int=str)


def variant(path, suffix, more=""):
    bare, _, query = path.partition("?")
    return bare + suffix + "?" + "&".join(part for part in (query, more) if part)


def items(origin, path):
    found, after = [], ""
    while True:
        page = parsed(fetch(origin + variant(path, "", "limit=100" + after)))
        found += page["items"]
        if "next" not in page:
            return found
        after = "&after=" + urllib.parse.quote(page["next"])


def value(item, column):
    for part in column.split("."):
        if not isinstance(item, dict) or part not in item:
            return None
        item = item[part]
    return item


def matches(cell, expected):
    if expected is None:
        return cell == ""
    if isinstance(expected, bool):
        return cell == str(expected).lower()
    if isinstance(expected, str):
        return cell == expected
    if cell[:1] in ("[", "{"):
        return parsed(cell) == expected
    return cell == ";".join(expected)


def compare(path, found, frame):
    assert len(frame) == len(found), (path, len(frame), len(found))
    columns = list(frame.columns)
    known = {column.split(".")[0] for column in columns} - {"statement"}
    for item, row in zip(found, frame.itertuples(index=False, name=None)):
        for column, cell in zip(columns, row):
            expected = value(item, column)
            if column == "statement":
                expected = {name: each for name, each in item.items() if name not in known}
            assert matches(cell, expected), (path, column, cell, expected)
        assert "statement" in columns or set(item) <= known, (path, set(item) - known)


# Lists whose CSV has columns of its own unless the client selects fields.
OWN_COLUMNS = ("/memberships/years", "/memberships/shared", "/exercises/participations")


def selection(path, found):
    """Selects all fields of the JSON where CSV would have other columns."""
    own = path.partition("?")[0].endswith(OWN_COLUMNS) and found
    return "fields=" + ",".join(found[0]) if own else ""


def csv(data, encoding):
    return pandas.read_csv(io.BytesIO(data), dtype=str, keep_default_na=False, encoding=encoding)


def main(origin, paths):
    rows, kinds = 0, set()
    for path in paths:
        found = items(origin, path)
        fields = selection(path, found)
        plain = fetch(origin + variant(path, ".csv", fields))
        marked = fetch(origin + variant(path, ".csv", "&".join(part for part in (fields, "bom=true") if part)))
        assert marked == b"\xef\xbb\xbf" + plain, path
        frame = csv(plain, "utf-8")
        compare(path, found, frame)
        assert csv(marked, "utf-8-sig").equals(frame), path
        lines = fetch(origin + variant(path, ".ndjson")).decode().splitlines()
        assert [parsed(line) for line in lines] == found, path
        rows += len(found)
        text = plain.decode()
        kinds |= {name for name, mark in (("quotes", '""'), ("Chinese", "上海")) if mark in text}
        kinds |= {"line breaks"} if any("\n" in cell for row in frame.values for cell in row) else set()
    print(f"{len(paths)} lists, {rows} rows, with {', '.join(sorted(kinds))}")


main(sys.argv[1], sys.argv[2:])
