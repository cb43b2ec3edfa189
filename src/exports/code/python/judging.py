def judged_figure(result):
    """Of the network as it is left, of the last epoch, or of the best; None where it diverged."""
    if result["end"] == "diverged":
        return None
    name = "validation_loss" if METRIC == "r_squared" else METRIC
    curve = [one[name] for one in result["history"][1:]]
    value = result[name]
    if JUDGED_AT == "last":
        value = curve[-1]
    if JUDGED_AT == "best":
        value = max(curve) if METRIC == "validation_accuracy" else min(curve)
    return 1 - value / result["target_variance"] if METRIC == "r_squared" else value


def report_cells(results):
    """Mean and standard deviation of each cell over its folds and seeds, the best first; returns them as they lie."""
    cells = []
    for arm in ARMS:
        values = [judged_figure(result) for result in results if result["name"] == arm["name"]]
        values = [value for value in values if value is not None]
        mean = float(np.mean(values)) if values else None
        spread = float(np.std(values, ddof=1)) if len(values) > 1 else None
        cells.append({"name": arm["name"], "trainings": len(values), "mean": mean, "sd": spread})
    lowest = METRIC == "validation_loss"
    judged = [cell for cell in cells if cell["mean"] is not None]
    judged.sort(key=lambda cell: cell["mean"] if lowest else -cell["mean"])
    for cell in judged:
        spread = "" if cell["sd"] is None else f" (sd {cell['sd']:.4f})"
        print(f"{METRIC} {cell['mean']:.4f}{spread}: {cell['name']}")
    print("CELLS " + json.dumps(cells), flush=True)
    return cells
