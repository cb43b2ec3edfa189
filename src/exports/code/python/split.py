def plant_wrong_labels(labels, classes, share, key):
    """Exactly so many labels replaced by another class. Returns the labels and the wrong rows."""
    given = labels.copy()
    count = int(np.floor(share * len(labels) + 0.5)) if classes > 1 else 0
    bits = element_bits(extend_key(key, 0), np.arange(len(labels)))
    wrong = np.sort(np.argsort(bits, kind="stable")[:count])
    distances = (element_bits(extend_key(key, 1), wrong) * np.uint64(max(classes - 1, 0))) >> np.uint64(32)
    given[wrong] = (labels[wrong] + 1 + distances.astype(np.float32)) % max(classes, 1)
    return given, wrong


def scaling_of(values):
    """What to subtract and to multiply by; a constant becomes 0."""
    mean = values.mean(axis=0)
    deviation = np.sqrt(((values - mean) ** 2).mean(axis=0))
    constant = (values == values[0]).all(axis=0)
    return mean, np.where(constant, 0.0, 1 / np.where(constant, 1.0, deviation))


def fill_missing(parts):
    """The median of the training rows takes the place of a missing number; 0 where none is known."""
    known = parts[0][0].astype(np.float64)
    nothing = np.isnan(known).all(axis=0)
    medians = np.nanmedian(np.where(nothing, 0.0, known), axis=0)
    return [(np.where(np.isnan(x), medians, x.astype(np.float64)), y) for x, y in parts]


def standardize(training, others):
    """By the training rows alone; validation and test rows are only transformed."""
    parts = [training, *others]
    if NUMBERS is not None:
        parts = fill_missing(parts)
    if STANDARDIZES_FEATURES:
        mean, scale = scaling_of(parts[0][0].astype(np.float64))
        if NUMBERS is not None:
            mean, scale = np.where(NUMBERS, mean, 0.0), np.where(NUMBERS, scale, 1.0)
        parts = [(((x - mean) * scale).astype(np.float32), y) for x, y in parts]
    if STANDARDIZES_TARGET:
        mean, scale = scaling_of(training[1].astype(np.float64))
        scale = 1.0 if scale == 0 else scale
        parts = [(x, ((y - mean) * scale).astype(np.float32)) for x, y in parts]
    return parts


def load_rows(data, seed, replicate, fold, folds):
    """The rows of one training. `folds`: None, or parts that training and validation are divided into."""
    share = data["wrong_label_share"] if CLASSES > 1 else 0
    if folds is None:
        drawn = load_drawn(data, seed, replicate, fold)
        training, validation, test = drawn["training"], drawn["validation"], drawn["test"]
        given, wrong = plant_wrong_labels(training[1], CLASSES, share, make_key(seed, WRONG_LABELS, replicate, fold))
        left = [row for row in range(len(given)) if row not in set(data["removed_points"])]
    else:
        most = max(data["training_examples"], folds["training_examples"])
        drawn = load_drawn({**data, "training_examples": most}, seed, replicate, 0)
        test = drawn["test"]
        rows = tuple(np.concatenate([drawn["validation"][i], drawn["training"][i]]) for i in range(2))
        given, wrong = plant_wrong_labels(rows[1], CLASSES, share, make_key(seed, WRONG_LABELS, replicate, 0))
        parts = parts_of(rows[1], data, seed, replicate, folds, drawn.get("equal"))
        inside = np.flatnonzero(parts == fold)
        validation = (rows[0][inside], rows[1][inside])
        removed = {data["validation_examples"] + row for row in data["removed_points"]}
        own = data["validation_examples"] + data["training_examples"]
        training = rows
        left = [
            row
            for row in range(own)
            if row not in removed and not (row < len(parts) and parts[row] == fold)
        ]
    is_wrong = np.isin(left, wrong)
    training, given = (training[0][left], training[1][left]), given[left]
    if data["own_points"]:
        points = np.array(data["own_points"], dtype=np.float32)
        training = (np.concatenate([training[0], points[:, :2]]), np.concatenate([training[1], points[:, 2]]))
        given = np.concatenate([given, points[:, 2]])
    training, validation, test = standardize(training, [validation, test])
    wrong = np.flatnonzero(is_wrong)
    targets = training[1].copy()
    targets[wrong] = given[wrong]
    return {
        "training": (training[0], targets),
        "true_targets": training[1],
        "wrong_rows": wrong,
        "validation": validation,
        "test": test,
    }


def parts_of(labels, data, seed, replicate, folds, equal=None):
    """The fold in which each row validates; -1: in none. Stratified by class; equal rows validate together."""
    count = folds["count"]
    key = make_key(seed, SPLIT, replicate, 0, 2)
    rows = data["validation_examples"] + folds["training_examples"]
    labels = labels[:rows]
    order = np.arange(rows)
    if CLASSES > 1:
        members = [np.flatnonzero(labels == label) for label in range(CLASSES)]
        large = [rows_of_class for rows_of_class in members if len(rows_of_class) >= count]
        order = np.concatenate(large) if large else order
    parts = np.full(rows, -1)
    first = np.arange(rows) if equal is None else first_of_equal(equal)[:rows]
    leaders = order[first[order] == order]
    for start in range(0, len(leaders), count):
        drawn = permutation(count, extend_key(key, start // count))
        few = leaders[start : start + count]
        parts[few] = drawn[: len(few)]
    parts[order] = parts[first[order]]
    return parts


def first_of_equal(numbers):
    """[row] the first row that has the same number."""
    _, first, inverse = np.unique(numbers, return_index=True, return_inverse=True)
    return first[inverse]
