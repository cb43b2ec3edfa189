def on_this_machine(lanes, workers, data):
    """One process a core. Started anew, since PyTorch's threads do not survive a fork."""
    context = multiprocessing.get_context("spawn")
    options = {} if data is None else {"initializer": use_data, "initargs": (data,)}
    with concurrent.futures.ProcessPoolExecutor(workers, mp_context=context, **options) as pool:
        for future in concurrent.futures.as_completed([pool.submit(run_lane, lane) for lane in lanes]):
            yield future.result()


def on_a_cluster(lanes, address):
    """Its workers need numpy and what is imported above; this script itself is sent to them."""
    from distributed import Client, as_completed

    with Client(address) as client:
        for future in as_completed(client.map(run_lane, lanes, pure=False)):
            yield future.result()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scheduler", help="address of a Dask scheduler, as tcp://HOST:8786")
    parser.add_argument("--workers", type=int, default=os.cpu_count(), help="processes on this machine")
    has_files = "SITE_DATA" in globals()
    if has_files:
        parser.add_argument("--data", default=SITE_DATA, help=DATA_HELP)
    options = parser.parse_args()
    if has_files:
        use_data(options.data)
    lanes = lanes_of(ARMS)
    if options.scheduler is not None:
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
