# The rows are in a file of your own: FILE, in the folder in which this script is started, or named by
# --data. It is read as the page read it, and must be the same file.

SITE_DATA = FILE
DATA_HELP = "where your file lies"


def use_data(path):
    global SITE_DATA
    SITE_DATA = path


def text_of(content):
    if READING["encoding"] == "UTF-8":
        return content.decode("utf-8-sig")
    if READING["encoding"] == "UTF-16":
        if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return content.decode("utf-16")
        return content.decode("utf-16-le" if content[1] == 0 else "utf-16-be")
    return content.decode("cp1252", errors="replace")


def body_of(text):
    """Of ARFF what stands after "@data", without remarks, and its quotation mark."""
    if not READING["isArff"]:
        return text, '"'
    lines = re.split(r"\r\n|\n|\r", text)
    start = next(i for i, line in enumerate(lines) if re.match(r"@data\b", line.strip(), re.IGNORECASE))
    body = "\n".join(line for line in lines[start + 1 :] if not line.lstrip().startswith("%"))
    return body, "'" if body.count("'") > body.count('"') else '"'


def cells_of(text):
    """Rows of cells, whatever they hold."""
    body, quote = body_of(text)
    if READING["delimiter"] == "spaces":
        cell = re.compile(r'"((?:[^"]|"")*)"(?=\s|$)|(\S+)')
        for line in re.split(r"\r\n|\n|\r", body):
            if line.strip():
                yield [
                    found[2] if found[1] is None else found[1].replace('""', '"')
                    for found in cell.finditer(line)
                ]
        return
    escape = {"doublequote": False, "escapechar": "\\"} if quote == "'" else {"doublequote": True}
    for cells in csv.reader(io.StringIO(body, newline=""), delimiter=READING["delimiter"], quotechar=quote, **escape):
        if len(cells) > 1 or (cells and cells[0].strip()):
            yield cells


def number_of(text):
    """NaN where it is no number."""
    point = r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?"
    grouped = r"[+-]?[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]*)?"
    plain = text
    if READING["decimal"] == ",":
        swapped = text.translate(str.maketrans(",.", ".,"))
        if re.fullmatch(point, swapped) or re.fullmatch(grouped, swapped):
            plain = swapped
    if re.fullmatch(grouped, plain):
        plain = plain.replace(",", "")
    if not re.fullmatch(point, plain):
        return np.nan
    value = float(plain)
    return value if np.isfinite(np.float32(value)) else np.nan


def input_of(source, cells):
    cell = cells[source["column"]]
    if source["kind"] == "value":
        return float(cell == source["value"])
    is_missing = cell in READING["missingMarks"]
    if source["kind"] == "missing":
        return float(is_missing)
    return np.nan if is_missing else number_of(cell)


def target_of(cell):
    rest = READING["target"]["oneAgainstRest"]
    if rest is not None:
        return float(cell != rest)
    return float(CLASS_NAMES.index(cell)) if CLASS_NAMES else number_of(cell)


@functools.cache
def read_table():
    """Features, targets, and for each row the first that is equal to it in every cell."""
    path = Path(SITE_DATA)
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != FILE_SHA256:
        raise ValueError(f"{path} is another file than the one that the page read: its check sum differs.")
    rows = [[cell.strip() for cell in cells] for cells in cells_of(text_of(content))]
    rows = [cells for cells in rows[READING["skippedRows"] :] if len(cells) == READING["cells"]]
    target = READING["target"]["column"]
    rows = [cells for cells in rows if cells[target] not in READING["missingMarks"]]
    if len(rows) != ROWS:
        raise ValueError(f"{path} has {len(rows)} rows here, and {ROWS} on the page.")
    features = np.array([[input_of(source, cells) for source in READING["inputs"]] for cells in rows], np.float32)
    targets = np.array([target_of(cells[target]) for cells in rows], np.float32)
    first = {}
    equal = np.array([first.setdefault(tuple(cells), row) for row, cells in enumerate(rows)])
    return features, targets, equal


def load_drawn(data, seed, replicate, fold):
    """Equal rows stay on one side: groups of them are taken whole, or passed over."""
    features, targets, equal = read_table()
    groups = {}
    for row, first in enumerate(equal.tolist()):
        groups.setdefault(first, []).append(row)
    in_order = list(groups.values())
    drawn = [in_order[group] for group in permutation(len(in_order), make_key(seed, SPLIT, replicate, fold, 4))]

    def take(groups, count):
        rows, left = [], []
        for group in groups:
            if len(rows) + len(group) > count:
                left.append(group)
            else:
                rows.extend(group)
        return rows, left

    validation, others = take(drawn[::-1], data["validation_examples"])
    training, rest = take(others[::-1], data["training_examples"])
    test = [row for group in rest for row in group]

    def at(rows):
        rows = np.array(rows, dtype=int)
        return features[rows], targets[rows]

    return {
        "training": at(training),
        "validation": at(validation),
        "test": at(test),
        "equal": equal[validation + training],
    }
