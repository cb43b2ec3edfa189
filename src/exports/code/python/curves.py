figure, axes = plt.subplots(1, 2, figsize=(12, 4))
colours = {arm["name"]: f"C{number}" for number, arm in enumerate(ARMS)}
for result in results:
    for axis, name in zip(axes, ("accuracy", "loss")):
        for part, style in (("validation", "-"), ("training", "--")):
            values = [one[f"{part}_{name}"] for one in result["history"]]
            if values[0] is not None:
                axis.plot(values, style, color=colours[result["name"]], alpha=0.8)
        axis.set_xlabel("epoch")
        axis.set_title(f"{name} (solid: validation, dashed: training, dropout off)", fontsize=10)
# matplotlib would read what stands between two "$" as a formula.
handles = [plt.Line2D([], [], color=colour, label=name.replace("$", r"\$")) for name, colour in colours.items()]
axes[1].legend(handles=handles)
plt.show()
