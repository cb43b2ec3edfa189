def lanes_of(arms):
    """Every arm in every repeat and fold: one training each."""
    count = 1 if FOLDS is None else FOLDS["count"]
    return [
        {**SHARED, **arm.get("own", {}), "regularizers": arm["regularizers"], "name": arm["name"],
         "seed": SEED, "replicate": replicate, "fold": fold}
        for replicate in range(REPEATS)
        for fold in range(count)
        for arm in arms
    ]


def run_lane(lane):
    """Trains one network. A pure function of plain data: it may run on any machine."""
    redrawn = lane["replicate"] if lane["repeats_redraw_data"] else 0
    rows = load_rows(lane, lane["seed"], redrawn, lane["fold"], FOLDS)
    outputs_of, kernels, history, end = train(lane, rows)
    accuracies = [one["validation_accuracy"] for one in history[1:]]
    best = None if accuracies[0] is None else max(accuracies)
    return {
        **{key: lane[key] for key in ("name", "seed", "replicate", "fold")},
        **final_figures(outputs_of, kernels, rows, lane),
        "best_validation_accuracy": best,
        "epochs": len(history) - 1,
        "end": end,
        "history": history,
    }


def in_words(result):
    accuracy, loss = result["validation_accuracy"], result["validation_loss"]
    words = [f"validation loss {loss:.4f}", f"training loss {result['training_loss']:.4f}"]
    if accuracy is not None:
        words.insert(0, f"validation {100 * accuracy:.1f} %, training {100 * result['training_accuracy']:.1f} %")
    if result["wrong_labels"] > 0:
        words.append(f"wrong labels believed {result['wrong_labels_believed']} of {result['wrong_labels']}")
    if result["zero_weights"] > 0:
        words.append(f"weights at zero {result['zero_weights']} of {result['weights']}")
    repeat = f"repeat {result['replicate'] + 1}" + (f", fold {result['fold'] + 1}" if FOLDS else "")
    return f"{result['name']} ({repeat}): " + ", ".join(words) + f"; {result['end']} after {result['epochs']} epochs"


def report(result):
    print(in_words(result))
    # For programs: the same as a line of JSON.
    figures = {key: value for key, value in result.items() if key != "history"}
    print("RESULT " + json.dumps(figures), flush=True)
