# Rows are made, not loaded: each from its own random numbers.

TEST_ROWS = 2000


def load_drawn(data, seed, replicate, fold):
    def draw(part, count):
        keys = row_keys(make_key(seed, GENERATED_DATA, replicate, fold, part), count)
        features, targets = make_rows(
            count,
            data["noise"],
            lambda column: to_uniform(element_bits(keys, column)),
            lambda column: to_normal(element_bits(keys, column)),
        )
        return features.astype(np.float32), targets.astype(np.float32)

    return {
        "training": draw(0, data["training_examples"]),
        "validation": draw(1, data["validation_examples"]),
        "test": draw(2, TEST_ROWS),
    }
