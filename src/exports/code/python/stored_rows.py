# Rows are drawn from pools. Each pool has an order: its shards in drawn order, rows permuted within
# each. Training rows are its beginning. Validation rows are the beginning of the held-out pool or,
# with one pool, the end of its order. What is left is the test.


def load_drawn(data, seed, replicate, fold):
    training, validation = data["training_examples"], data["validation_examples"]

    def take(pool, start, end):
        key = extend_key(make_key(seed, SPLIT, replicate, fold), 0 if pool == "training" else 1)
        parts, shard_start = [], 0
        for index in permutation(len(SHARD_ROWS[pool]), extend_key(key, 0)).tolist():
            rows = SHARD_ROWS[pool][index]
            order = permutation(rows, extend_key(key, 1 + index))
            wanted = order[max(start - shard_start, 0) : max(end - shard_start, 0)]
            if len(wanted) > 0:
                features, targets = load_shard(pool, index)
                parts.append((features[wanted], targets[wanted]))
            shard_start += rows
        if not parts:
            return np.zeros((0, FEATURES), np.float32), np.zeros(0, np.float32)
        features = np.concatenate([part[0] for part in parts])
        scaled = features.astype(np.float64) * float(np.float32(1 / FEATURE_MAXIMUM))
        return scaled.astype(np.float32), np.concatenate([part[1] for part in parts])

    rows = sum(SHARD_ROWS["training"])
    if SHARD_ROWS["heldOut"]:
        held_out = sum(SHARD_ROWS["heldOut"])
        return {
            "training": take("training", 0, training),
            "validation": take("heldOut", 0, validation),
            "test": take("heldOut", validation, held_out),
        }
    return {
        "training": take("training", 0, training),
        "validation": take("training", rows - validation, rows),
        "test": take("training", data["largest_training_examples"], rows - validation),
    }
