def on_a_cluster(lanes, address):
    """Its workers need numpy and what is imported above; this script itself is sent to them."""
    from distributed import Client, as_completed

    with Client(address) as client:
        for future in as_completed(client.map(run_lane, lanes, pure=False)):
            yield future.result()
