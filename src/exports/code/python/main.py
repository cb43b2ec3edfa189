def main():
    global SEED, REPEATS
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--repeats", type=int, default=REPEATS)
    parser.add_argument("--epochs", type=int, default=None)
    parser.add_argument("--test", action="store_true", help="judge on the sealed test rows too")
    if "SITE_DATA" in globals():
        parser.add_argument("--data", default=SITE_DATA, help=DATA_HELP)
    options = parser.parse_args()
    if "SITE_DATA" in globals():
        use_data(options.data)
    SEED, REPEATS = options.seed, options.repeats
    SHARED["judges_test"] = options.test
    if options.epochs is not None:
        SHARED["epochs"] = options.epochs
    for lane in lanes_of(ARMS):
        report(run_lane(lane))


if __name__ == "__main__":
    main()
