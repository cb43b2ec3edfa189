# Counter-based random numbers, the same as the page's: every number is a function of a key and its
# counters, so rows, wrong labels, first weights, batches and masks are those of the page's own run.

SPLIT, WRONG_LABELS, INITIAL_WEIGHTS, BATCH_ORDER, HIDDEN_DROPOUT = 1, 2, 3, 4, 5
INPUT_DROPOUT, INPUT_NOISE, GENERATED_DATA, EVALUATION_SAMPLE = 6, 7, 8, 9
GOLDEN = 0x9E3779B9
LOW_BITS = np.uint64(0xFFFFFFFF)


def mix_bits(values):
    """A bijection of 32-bit integers ("lowbias32", C. Wellons 2018)."""
    h = np.asarray(values, dtype=np.uint64) & LOW_BITS
    h = ((h ^ (h >> np.uint64(16))) * np.uint64(0x7FEB352D)) & LOW_BITS
    h = ((h ^ (h >> np.uint64(15))) * np.uint64(0x846CA68B)) & LOW_BITS
    return h ^ (h >> np.uint64(16))


def extend_key(key, part):
    mixed = int(mix_bits((part + GOLDEN) % 2**32))
    return int(mix_bits((key * 31 + mixed + GOLDEN) % 2**32))


def make_key(seed, stream, *parts):
    key = extend_key(int(mix_bits(seed % 2**32)), seed >> 32)
    for part in (stream, *parts):
        key = extend_key(key, part)
    return key


def row_keys(key, rows):
    """A key for each of so many rows."""
    counters = np.arange(1, rows + 1, dtype=np.uint64)
    return mix_bits((np.uint64(key) + counters * np.uint64(0x85EBCA6B)) & LOW_BITS)


def element_bits(keys, columns):
    """32 random bits for a column of each row, or for many columns of one."""
    counters = np.asarray(columns, dtype=np.uint64) + np.uint64(1)
    return mix_bits((np.asarray(keys, dtype=np.uint64) + counters * np.uint64(GOLDEN)) & LOW_BITS)


def matrix_bits(key, rows, columns):
    return element_bits(row_keys(key, rows)[:, None], np.arange(columns)[None, :])


def to_uniform(bits):
    """In [0, 1), in steps of 2^-24."""
    return (bits >> np.uint64(8)).astype(np.float64) * 2.0**-24


def to_normal(bits):
    """Standard normal: the quantile of half a step above the uniform number."""
    return normal_quantile(to_uniform(bits) + 2.0**-25)


def is_kept(key, rows, columns, keep):
    """Which elements dropout keeps, each with this probability."""
    threshold = np.uint64(int(np.floor(keep * 16777216 + 0.5)))
    return (matrix_bits(key, rows, columns) >> np.uint64(8)) < threshold


def permutation(count, key):
    """Of 0 to count - 1 (Fisher-Yates)."""
    sizes = np.arange(1, count + 1, dtype=np.uint64)
    others = ((element_bits(key, np.arange(count)) * sizes) >> np.uint64(32)).tolist()
    order = list(range(count))
    for i in range(count - 1, 0, -1):
        j = others[i]
        order[i], order[j] = order[j], order[i]
    return np.array(order, dtype=np.int64)


# M. J. Wichura (1988), "Algorithm AS 241", Applied Statistics 37.
CENTRAL = (
    [2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457,
     13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.387132872796366608],
    [5226.495278852854561, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867,
     5394.1960214247511077, 687.1870074920579083, 42.313330701600911252, 1.0],
)
MIDDLE = (
    [7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177,
     1.27045825245236838258, 3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959,
     1.42343711074968357734],
    [1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966,
     0.14810397642748007459, 0.68976733498510000455, 1.6763848301838038494,
     2.05319162663775882187, 1.0],
)
TAIL = (
    [2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386,
     0.026532189526576123093, 0.29656057182850489123, 1.7848265399172913358,
     5.4637849111641143699, 6.6579046435011037772],
    [2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5,
     7.868691311456132591e-4, 0.0148753612908506148525, 0.13692988092273580531,
     0.59983220655588793769, 1.0],
)


def normal_quantile(p):
    def ratio(table, x):
        return np.polyval(table[0], x) / np.polyval(table[1], x)

    q = p - 0.5
    r = np.sqrt(-np.log(np.where(q < 0, p, 1 - p)))
    tail = np.where(r <= 5, ratio(MIDDLE, r - 1.6), ratio(TAIL, r - 5))
    central = q * ratio(CENTRAL, 0.180625 - q * q)
    return np.where(np.abs(q) <= 0.425, central, np.where(q < 0, -tail, tail))
