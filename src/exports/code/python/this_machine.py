def on_this_machine(lanes, workers, data):
    """In processes that are started anew: threads of PyTorch and TensorFlow do not survive a fork."""
    context = multiprocessing.get_context("spawn")
    options = {} if data is None else {"initializer": use_data, "initargs": (data,)}
    with concurrent.futures.ProcessPoolExecutor(workers, mp_context=context, **options) as pool:
        for future in concurrent.futures.as_completed([pool.submit(run_lane, lane) for lane in lanes]):
            yield future.result()
