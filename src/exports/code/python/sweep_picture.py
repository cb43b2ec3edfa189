def draw_cells(cells):
    """A grid of means, the first axis across; of one axis a line with standard deviations."""
    means = [float("nan") if cell["mean"] is None else cell["mean"] for cell in cells]
    # matplotlib would read what stands between two "$" as a formula.
    labels = [axis["label"].replace("$", r"\$") for axis in AXES]
    values = [[value.replace("$", r"\$") for value in axis["values"]] for axis in AXES]
    figure, plot = plt.subplots(figsize=(9, 6))
    plot.set_title(f"{METRIC}, mean of each cell")
    plot.set_xlabel(labels[0])
    plot.set_xticks(range(len(values[0])), values[0], rotation=45, ha="right")
    if len(AXES) == 1:
        spreads = [0 if cell["sd"] is None else cell["sd"] for cell in cells]
        plot.errorbar(range(len(means)), means, yerr=spreads, fmt="o-", capsize=3)
        plot.set_ylabel(METRIC)
    else:
        grid = np.array(means).reshape(len(values[1]), len(values[0]))
        # Strong is good, as on the page.
        colours = "Blues_r" if METRIC == "validation_loss" else "Blues"
        figure.colorbar(plot.imshow(grid, aspect="auto", cmap=colours))
        plot.set_ylabel(labels[1])
        plot.set_yticks(range(len(values[1])), values[1])
    figure.tight_layout()
    plt.show()


cells = report_cells(results)
draw_cells(cells)
