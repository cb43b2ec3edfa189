# The files that the page itself reads, fetched once and kept in a folder; --data names another
# address, or a folder with a copy of the site's "data" folder.

SITE_DATA = DATA_ADDRESS
DATA_HELP = "address, or a copy of the site's data folder"
CACHE_FOLDER = Path.home() / ".cache" / "regularization-playground"


def use_data(address):
    global SITE_DATA
    SITE_DATA = address


def read_file(name):
    if not SITE_DATA.startswith(("http://", "https://")):
        return (Path(SITE_DATA) / SET / name).read_bytes()
    kept = CACHE_FOLDER / SET / name
    if not kept.exists():
        with urllib.request.urlopen(SITE_DATA.rstrip("/") + "/" + SET + "/" + name) as answer:
            content = answer.read()
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(content)
    return kept.read_bytes()


def load_shard(pool, index):
    """Features row by row, then the targets, all compressed."""
    name, sha256 = SHARDS[pool][index]
    content = read_file(name)
    if hashlib.sha256(content).hexdigest() != sha256:
        raise ValueError(f"{name} is damaged, or another file.")
    values = np.frombuffer(zlib.decompress(content, -15), dtype=ENCODING)
    border = SHARD_ROWS[pool][index] * FEATURES
    return values[:border].reshape(-1, FEATURES), values[border:].astype(np.float32)
