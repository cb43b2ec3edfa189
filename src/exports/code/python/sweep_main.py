def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    has_cluster = "on_a_cluster" in globals()
    if has_cluster:
        parser.add_argument("--scheduler", default=None, help="address of a Dask scheduler, as tcp://HOST:8786")
    parser.add_argument("--workers", type=int, default=WORKERS, help="processes on this machine")
    has_files = "SITE_DATA" in globals()
    if has_files:
        parser.add_argument("--data", default=SITE_DATA, help=DATA_HELP)
    options = parser.parse_args()
    if has_files:
        use_data(options.data)
    lanes = lanes_of(ARMS)
    if has_cluster and options.scheduler is not None:
        running = on_a_cluster(lanes, options.scheduler)
    else:
        running = on_this_machine(lanes, options.workers, options.data if has_files else None)
    results = []
    for result in running:
        results.append(result)
        report(result)
    report_cells(results)


if __name__ == "__main__":
    main()
