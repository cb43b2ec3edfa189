/**
 * What of Keras 3 exported scripts call, with the arguments that they may give, in the order of their signatures.
 * `source` is the page of https://keras.io/api that has the signature.
 */
interface KerasCall {
  readonly name: string;
  readonly arguments: readonly string[];
  readonly source: string;
}

export const KERAS_CALLS: readonly KerasCall[] = [
  { name: 'keras.Input', arguments: ['shape'], source: 'layers/core_layers/input' },
  { name: 'keras.Model', arguments: ['inputs', 'outputs'], source: 'models/model' },
  {
    name: 'keras.layers.Dense',
    arguments: [
      ...['units', 'activation', 'use_bias', 'kernel_initializer', 'bias_initializer'],
      ...['kernel_regularizer', 'bias_regularizer', 'activity_regularizer', 'kernel_constraint'],
      ...['bias_constraint', 'name'],
    ],
    source: 'layers/core_layers/dense',
  },
  {
    name: 'keras.layers.BatchNormalization',
    arguments: ['axis', 'momentum', 'epsilon', 'center', 'scale'],
    source: 'layers/normalization_layers/batch_normalization',
  },
  {
    name: 'keras.layers.Dropout',
    arguments: ['rate', 'noise_shape', 'seed'],
    source: 'layers/regularization_layers/dropout',
  },
  {
    name: 'keras.layers.GaussianNoise',
    arguments: ['stddev', 'seed'],
    source: 'layers/regularization_layers/gaussian_noise',
  },
  {
    name: 'keras.layers.Activation',
    arguments: ['activation'],
    source: 'layers/core_layers/activation',
  },
  {
    name: 'keras.layers.LeakyReLU',
    arguments: ['negative_slope'],
    source: 'layers/activation_layers/leaky_relu',
  },
  { name: 'keras.regularizers.L1L2', arguments: ['l1', 'l2'], source: 'layers/regularizers' },
  {
    name: 'keras.constraints.MaxNorm',
    arguments: ['max_value', 'axis'],
    source: 'layers/constraints',
  },
  {
    name: 'keras.initializers.GlorotUniform',
    arguments: ['seed'],
    source: 'layers/initializers',
  },
  { name: 'keras.losses.MeanSquaredError', arguments: [], source: 'losses/regression_losses' },
  {
    name: 'keras.losses.CategoricalCrossentropy',
    arguments: ['from_logits', 'label_smoothing', 'axis'],
    source: 'losses/probabilistic_losses',
  },
  {
    name: 'keras.utils.to_categorical',
    arguments: ['x', 'num_classes'],
    source: 'utils/python_utils',
  },
  {
    name: 'keras.utils.clear_session',
    arguments: ['free_memory'],
    source: 'utils/config_utils',
  },
  { name: 'keras.utils.set_random_seed', arguments: ['seed'], source: 'utils/python_utils' },
  { name: 'network.get_layer', arguments: ['name', 'index'], source: 'models/model' },
  {
    name: 'network.compile',
    arguments: ['optimizer', 'loss'],
    source: 'models/model_training_apis',
  },
  {
    name: 'network.fit',
    arguments: ['x', 'y', 'batch_size', 'epochs', 'verbose', 'callbacks', 'shuffle'],
    source: 'models/model_training_apis',
  },
  {
    name: 'network.predict',
    arguments: ['x', 'batch_size', 'verbose'],
    source: 'models/model_training_apis',
  },
  { name: 'ops.absolute', arguments: ['x'], source: 'ops/numpy' },
  { name: 'ops.maximum', arguments: ['x1', 'x2'], source: 'ops/numpy' },
  { name: 'ops.power', arguments: ['x1', 'x2'], source: 'ops/numpy' },
  { name: 'ops.sign', arguments: ['x'], source: 'ops/numpy' },
  { name: 'ops.sqrt', arguments: ['x'], source: 'ops/numpy' },
  { name: 'ops.cast', arguments: ['x', 'dtype'], source: 'ops/core' },
];
