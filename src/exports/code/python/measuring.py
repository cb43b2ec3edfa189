def measure(outputs, targets):
    """Mean loss (never smoothed, without penalties), and the class answered for each row."""
    outputs = outputs.astype(np.float64)
    if CLASSES < 2:
        return ((outputs[:, 0] - targets) ** 2).mean(), None
    highest = outputs.max(axis=1)
    own = outputs[np.arange(len(targets)), targets.astype(np.int64)]
    losses = highest + np.log(np.exp(outputs - highest[:, None]).sum(axis=1)) - own
    return losses.mean(), outputs.argmax(axis=1)


def share_right(answers, targets):
    return None if answers is None else float((answers == targets).mean())


def figures_of(outputs_of, rows, lane):
    """As on the page: dropout off, running statistics, at most 500 training rows."""
    key = make_key(lane["seed"], EVALUATION_SAMPLE, lane["replicate"], lane["fold"])
    sample = np.sort(permutation(len(rows["training"][1]), key)[:500])
    features, given = rows["training"]
    validation_loss, validation_answers = measure(outputs_of(rows["validation"][0]), rows["validation"][1])
    training_loss, training_answers = measure(outputs_of(features[sample]), given[sample])
    return {
        "validation_loss": float(validation_loss),
        "validation_accuracy": share_right(validation_answers, rows["validation"][1]),
        "training_loss": float(training_loss),
        "training_accuracy": share_right(training_answers, given[sample]),
    }


def final_figures(outputs_of, kernels, rows, lane):
    figures = figures_of(outputs_of, rows, lane)
    wrong = rows["wrong_rows"][:2000]
    believed = 0
    if len(wrong) > 0:
        answers = measure(outputs_of(rows["training"][0][wrong]), rows["training"][1][wrong])[1]
        believed = int((answers == rows["training"][1][wrong]).sum())
    if lane["judges_test"] and len(rows["test"][1]) > 0:
        loss, answers = measure(outputs_of(rows["test"][0]), rows["test"][1])
        figures["test_loss"], figures["test_accuracy"] = float(loss), share_right(answers, rows["test"][1])
    if CLASSES < 2:
        figures["target_variance"] = float(rows["validation"][1].astype(np.float64).var())
    return {
        **figures,
        "wrong_labels": len(wrong),
        "wrong_labels_believed": believed,
        "weights": int(sum(kernel.size for kernel in kernels)),
        "zero_weights": int(sum((kernel == 0).sum() for kernel in kernels)),
    }


class Patience:
    """Early stopping: an improvement is strict, by more than min_delta."""

    def __init__(self, rule):
        self.rule, self.best_value, self.best_epoch = rule, None, 0

    def observe(self, epoch, figures):
        """"improved", "waiting" or "stop"."""
        if self.rule is None:
            return "waiting"
        value = figures[self.rule["watches"]]
        value = value if self.rule["watches"] == "validation_loss" else -value
        if self.best_value is None or self.best_value - value > self.rule["min_delta"]:
            self.best_value, self.best_epoch = value, epoch
            return "improved"
        return "stop" if epoch - self.best_epoch >= max(1, self.rule["patience"]) else "waiting"


def is_finite(figures, kernels):
    losses = [figures["validation_loss"], figures["training_loss"]]
    return bool(np.isfinite(losses).all()) and all(np.isfinite(kernel).all() for kernel in kernels)


def batch_starts(rows, size):
    """A last batch of a single row joins the one before: a single row has no variance."""
    starts = list(range(0, rows, size))
    if len(starts) > 1 and size > 1 and rows - starts[-1] == 1:
        starts.pop()
    return [*starts, rows]


def initial_kernels(lane):
    """Uniform, by Glorot & Bengio (2010) or He et al. (2015): [in, out] each; biases are 0."""
    sizes = [FEATURES, *lane["hidden_layers"], max(CLASSES, 1)]
    kernels = []
    for layer, (inputs, units) in enumerate(zip(sizes, sizes[1:])):
        limit = np.sqrt(6 / (inputs if lane["initialization"] == "he" else inputs + units))
        key = make_key(lane["seed"], INITIAL_WEIGHTS, lane["replicate"], lane["fold"], layer)
        uniform = to_uniform(matrix_bits(key, inputs, units))
        kernels.append(((2 * uniform - 1) * limit).astype(np.float32))
    return kernels
