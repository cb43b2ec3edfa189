def activation_of(lane):
    """ELU and leaky ReLU as on the page: alpha 1, slope 0.2."""
    if lane["activation"] == "leakyRelu":
        return keras.layers.LeakyReLU(negative_slope=0.2)
    return keras.layers.Activation(lane["activation"])


def build_network(lane):
    rules = lane["regularizers"]
    momentum = rules.get("batch_norm_momentum")
    kernels = initial_kernels(lane)

    def dense(layer, use_bias):
        # Penalties and limits act on weight matrices only. keras.regularizers.L2(l) is l times the sum of squares.
        penalty = None
        if "l1" in rules or "l2" in rules:
            penalty = keras.regularizers.L1L2(l1=rules.get("l1", 0.0), l2=rules.get("l2", 0.0))
        limit = None
        if "max_norm" in rules:
            limit = keras.constraints.MaxNorm(max_value=rules["max_norm"], axis=0)
        return keras.layers.Dense(
            kernels[layer].shape[1],
            use_bias=use_bias,
            kernel_initializer=keras.initializers.GlorotUniform(),  # replaced below
            bias_initializer="zeros",
            kernel_regularizer=penalty,
            kernel_constraint=limit,
            name=f"dense_{layer}",
        )

    x = inputs = keras.Input(shape=(FEATURES,))
    if rules.get("input_noise", 0) > 0:
        x = keras.layers.GaussianNoise(rules["input_noise"], seed=lane["replicate"])(x)
    if rules.get("input_dropout", 0) > 0:
        x = keras.layers.Dropout(rules["input_dropout"], seed=lane["replicate"])(x)
    for layer in range(len(kernels) - 1):
        # Before batch norm a bias would do nothing.
        x = dense(layer, use_bias=momentum is None)(x)
        if momentum is not None:
            x = keras.layers.BatchNormalization(momentum=momentum, epsilon=1e-3)(x)
        x = activation_of(lane)(x)
        if rules.get("dropout", 0) > 0:
            x = keras.layers.Dropout(rules["dropout"], seed=1000 * (layer + 1) + lane["replicate"])(x)
    outputs = dense(len(kernels) - 1, use_bias=True)(x)
    network = keras.Model(inputs, outputs)
    # The page's own first weights.
    for layer, kernel in enumerate(kernels):
        found = network.get_layer(f"dense_{layer}")
        found.set_weights([kernel, *found.get_weights()[1:]])
    return network


def optimizer_of(lane):
    """The optimizer, with decay before its step and the exact-zero L1 after it, both on kernels only."""
    name, rate = lane["optimizer"], lane["learning_rate"]
    decay = lane["regularizers"].get("weight_decay", 0)
    strength = lane["regularizers"].get("l1_exact", 0)
    if name == "adam":
        # Keras adds epsilon before the second moment is corrected, the page after: alike but for tiny gradients.
        base, options = keras.optimizers.Adam, {"beta_1": 0.9, "beta_2": 0.999, "epsilon": 1e-7}
    elif name == "rmsprop":
        # Keras adds epsilon under the root, the page beside it: 1e-14 under it is 1e-7 beside it.
        base, options = keras.optimizers.RMSprop, {"rho": 0.9, "epsilon": 1e-14}
    else:
        base = keras.optimizers.SGD
        options = {"momentum": 0.0 if name == "sgd" else 0.9, "nesterov": name == "nesterov"}

    class Optimizer(base):
        def update_step(self, gradient, variable, learning_rate):
            ops = keras.ops
            is_kernel = variable.path.endswith("kernel")
            if is_kernel and decay > 0:
                self.assign(variable, variable * ops.cast(1 - rate * decay, variable.dtype))
            super().update_step(gradient, variable, learning_rate)
            if is_kernel and strength > 0:
                left = ops.absolute(variable) - strength * self.step_sizes(variable)
                self.assign(variable, ops.sign(variable) * ops.maximum(left, 0.0))

        def step_sizes(self, variable):
            """By how much a steady gradient of 1 moves each weight in one step."""
            ops = keras.ops
            if name == "sgd":
                return rate
            if name in ("momentum", "nesterov"):
                return rate / (1 - 0.9)
            second = self._velocities[self._get_variable_index(variable)]
            if name == "rmsprop":
                return rate / (ops.sqrt(second) + 1e-7)
            step = ops.cast(self.iterations + 1, variable.dtype)
            corrected = second / (1 - ops.power(ops.cast(0.999, variable.dtype), step))
            return rate / (ops.sqrt(corrected) + 1e-7)

    return Optimizer(learning_rate=rate, **options)


class Batches(keras.utils.PyDataset):
    """The page's own batches, in its order."""

    def __init__(self, features, targets, lane):
        super().__init__()
        self.features, self.targets = features, targets
        self.starts = batch_starts(len(targets), lane["batch_size"])
        self.key = make_key(lane["seed"], BATCH_ORDER, lane["replicate"], lane["fold"])
        self.begin(0)

    def __len__(self):
        return len(self.starts) - 1

    def __getitem__(self, index):
        rows = self.order[self.starts[index] : self.starts[index + 1]]
        return self.features[rows], self.targets[rows]

    def begin(self, epoch):
        # Told by the callback below: Keras calls on_epoch_end once before the first epoch too.
        self.order = permutation(len(self.targets), extend_key(self.key, epoch))


class Watch(keras.callbacks.Callback):
    """Measures as the page does. keras.callbacks.EarlyStopping watches val_loss, which has the penalties in it."""

    def __init__(self, lane, rows, batches, outputs_of, kernels):
        super().__init__()
        self.batches = batches
        self.lane, self.rows, self.outputs_of, self.kernels = lane, rows, outputs_of, kernels
        self.patience = Patience(lane["regularizers"].get("early_stopping"))
        self.best_weights, self.end = None, "finished"
        self.history = [figures_of(outputs_of, rows, lane)]

    def on_epoch_begin(self, epoch, logs=None):
        self.batches.begin(epoch)

    def on_epoch_end(self, epoch, logs=None):
        self.history.append(figures_of(self.outputs_of, self.rows, self.lane))
        if not is_finite(self.history[-1], self.kernels()):
            self.end, self.model.stop_training = "diverged", True
            return
        seen = self.patience.observe(epoch + 1, self.history[-1])
        if seen == "improved":
            self.best_weights = self.model.get_weights()
        if seen == "stop":
            self.end, self.model.stop_training = "stopped early", True

    def on_train_end(self, logs=None):
        # Also where training ends without having stopped.
        if self.end != "diverged" and self.best_weights is not None and self.patience.rule["restore_best"]:
            self.model.set_weights(self.best_weights)


def loss_of(lane):
    if CLASSES < 2:
        return keras.losses.MeanSquaredError()
    smoothing = lane["regularizers"].get("label_smoothing", 0.0)
    return keras.losses.CategoricalCrossentropy(from_logits=True, label_smoothing=smoothing)


def train(lane, rows):
    """Returns the network as a function of inputs, its kernels [in, out], and how it ended."""
    # Keras remembers every network until it is told otherwise.
    keras.utils.clear_session()
    keras.utils.set_random_seed((lane["seed"] + 1000 * lane["replicate"] + lane["fold"]) % 2**31)
    network = build_network(lane)
    features, targets = rows["training"]
    wanted = keras.utils.to_categorical(targets, CLASSES) if CLASSES > 1 else targets[:, None]

    def outputs_of(inputs):
        return network.predict(inputs, batch_size=512, verbose=0)

    def kernels():
        return [layer.get_weights()[0] for layer in network.layers if layer.name.startswith("dense_")]

    batches = Batches(features, wanted, lane)
    watch = Watch(lane, rows, batches, outputs_of, kernels)
    network.compile(optimizer=optimizer_of(lane), loss=loss_of(lane))
    network.fit(batches, epochs=lane["epochs"], shuffle=False, callbacks=[watch], verbose=0)
    return outputs_of, kernels(), watch.history, watch.end
