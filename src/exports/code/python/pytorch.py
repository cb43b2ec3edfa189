ACTIVATIONS = {
    "relu": torch.relu,
    "leakyRelu": lambda z: nn.functional.leaky_relu(z, 0.2),
    "tanh": torch.tanh,
    "sigmoid": torch.sigmoid,
    "elu": nn.functional.elu,
    "linear": lambda z: z,
}

# Networks as small as these are fastest on one thread.
torch.set_num_threads(1)


class BatchNorm(nn.Module):
    """nn.BatchNorm1d but for two things: the running variance is the biased one, as that of the batch,
    and `momentum` is the share that stays (PyTorch's is 1 minus it)."""

    def __init__(self, units, momentum, epsilon=1e-3):
        super().__init__()
        self.momentum, self.epsilon = momentum, epsilon
        self.gamma, self.beta = nn.Parameter(torch.ones(units)), nn.Parameter(torch.zeros(units))
        self.register_buffer("running_mean", torch.zeros(units))
        self.register_buffer("running_variance", torch.ones(units))

    def forward(self, z):
        mean, variance = self.running_mean, self.running_variance
        if self.training:
            mean, variance = z.mean(0), z.var(0, unbiased=False)
            with torch.no_grad():
                self.running_mean.mul_(self.momentum).add_(mean, alpha=1 - self.momentum)
                self.running_variance.mul_(self.momentum).add_(variance, alpha=1 - self.momentum)
        return self.gamma * (z - mean) / torch.sqrt(variance + self.epsilon) + self.beta


class Network(nn.Module):
    def __init__(self, lane):
        super().__init__()
        momentum = lane["regularizers"].get("batch_norm_momentum")
        self.activation = ACTIVATIONS[lane["activation"]]
        self.dense, self.norms = nn.ModuleList(), nn.ModuleList()
        kernels = initial_kernels(lane)
        for layer, kernel in enumerate(kernels):
            is_hidden = layer < len(kernels) - 1
            # Before batch norm a bias would do nothing.
            dense = nn.Linear(*kernel.shape, bias=not is_hidden or momentum is None)
            with torch.no_grad():
                dense.weight.copy_(torch.from_numpy(kernel.T.copy()))
                if dense.bias is not None:
                    dense.bias.zero_()
            self.dense.append(dense)
            if is_hidden and momentum is not None:
                self.norms.append(BatchNorm(kernel.shape[1], momentum))

    def forward(self, x, masks=None):
        """`masks`: of dropout, one a hidden layer, divided by the share that is kept."""
        for layer, dense in enumerate(self.dense[:-1]):
            z = dense(x)
            x = self.activation(self.norms[layer](z) if self.norms else z)
            if masks is not None:
                x = x * masks[layer]
        return self.dense[-1](x)


def mask_of(key, rows, columns, keep):
    return torch.from_numpy(is_kept(key, rows, columns, keep).astype(np.float32) / np.float32(keep))


def optimizer_of(parameters, lane):
    name, rate = lane["optimizer"], lane["learning_rate"]
    if name == "adam":
        return torch.optim.Adam(parameters, lr=rate, betas=(0.9, 0.999), eps=1e-7)
    if name == "rmsprop":
        return torch.optim.RMSprop(parameters, lr=rate, alpha=0.9, eps=1e-7)
    momentum = 0 if name == "sgd" else 0.9
    return torch.optim.SGD(parameters, lr=rate, momentum=momentum, nesterov=name == "nesterov")


def step_sizes(optimizer, weight, lane):
    """By how much a steady gradient of 1 moves each weight in one step."""
    name, rate, state = lane["optimizer"], lane["learning_rate"], optimizer.state[weight]
    if name == "adam":
        second = state["exp_avg_sq"] / (1 - 0.999 ** int(state["step"]))
        return rate / (second.sqrt() + 1e-7)
    if name == "rmsprop":
        return rate / (state["square_avg"].sqrt() + 1e-7)
    return rate if name == "sgd" else rate / (1 - 0.9)


def loss_of(outputs, targets, smoothing):
    if CLASSES < 2:
        return ((outputs[:, 0] - targets) ** 2).mean()
    return nn.functional.cross_entropy(outputs, targets.long(), label_smoothing=smoothing)


def train(lane, rows):
    """Returns the network as a function of inputs, its kernels [in, out], and how it ended."""
    rules, rate = lane["regularizers"], lane["learning_rate"]
    network = Network(lane)
    # Penalties, decay and limits act on weight matrices only: on no bias, gamma or beta.
    weights = [dense.weight for dense in network.dense]
    optimizer = optimizer_of(network.parameters(), lane)
    features, targets = (torch.from_numpy(part.copy()) for part in rows["training"])
    starts = batch_starts(len(targets), lane["batch_size"])
    keep_input = 1 - rules.get("input_dropout", 0)
    keep_hidden = 1 - rules.get("dropout", 0)
    key_of = lambda stream: make_key(lane["seed"], stream, lane["replicate"], lane["fold"])

    def outputs_of(inputs):
        network.eval()
        with torch.no_grad():
            outputs = network(torch.from_numpy(np.ascontiguousarray(inputs))).numpy()
        network.train()
        return outputs

    def kernels():
        return [weight.detach().numpy().T for weight in weights]

    def one_step(batch, step):
        x, y = features[batch], targets[batch]
        if rules.get("input_noise", 0) > 0:
            noise = to_normal(matrix_bits(extend_key(key_of(INPUT_NOISE), step), *x.shape))
            x = x + torch.from_numpy((rules["input_noise"] * noise).astype(np.float32))
        if keep_input < 1:
            x = x * mask_of(extend_key(key_of(INPUT_DROPOUT), step), *x.shape, keep_input)
        masks = None
        if keep_hidden < 1:
            key = extend_key(key_of(HIDDEN_DROPOUT), step)
            units = lane["hidden_layers"]
            masks = [mask_of(extend_key(key, layer), len(x), n, keep_hidden) for layer, n in enumerate(units)]
        loss = loss_of(network(x, masks), y, rules.get("label_smoothing", 0))
        if "l2" in rules:
            loss = loss + rules["l2"] * sum((weight**2).sum() for weight in weights)
        if "l1" in rules:
            loss = loss + rules["l1"] * sum(weight.abs().sum() for weight in weights)
        optimizer.zero_grad()
        loss.backward()
        with torch.no_grad():
            for weight in weights:
                weight.mul_(1 - rate * rules.get("weight_decay", 0))
            optimizer.step()
            for weight in weights:
                if "l1_exact" in rules:
                    left = weight.abs() - step_sizes(optimizer, weight, lane) * rules["l1_exact"]
                    weight.copy_(weight.sign() * left.clamp(min=0))
                if "max_norm" in rules:
                    norms = weight.norm(dim=1, keepdim=True)
                    weight.mul_(torch.clamp(rules["max_norm"] / norms.clamp(min=1e-30), max=1))

    watch, best_state, end, step = Patience(rules.get("early_stopping")), None, "finished", 0
    history = [figures_of(outputs_of, rows, lane)]
    network.train()
    for epoch in range(lane["epochs"]):
        order = permutation(len(targets), extend_key(key_of(BATCH_ORDER), epoch))
        for first, last in zip(starts, starts[1:]):
            one_step(torch.from_numpy(order[first:last]), step)
            step += 1
        history.append(figures_of(outputs_of, rows, lane))
        if not is_finite(history[-1], kernels()):
            end = "diverged"
            break
        seen = watch.observe(epoch + 1, history[-1])
        if seen == "improved":
            best_state = copy.deepcopy(network.state_dict())
        if seen == "stop":
            end = "stopped early"
            break
    # The best epoch is put back, also where training ends without having stopped.
    if end != "diverged" and best_state is not None and watch.rule["restore_best"]:
        network.load_state_dict(best_state)
    return outputs_of, kernels(), history, end
