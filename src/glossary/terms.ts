/** The words of the field that the page uses, each in a sentence or two. Nothing here knows the page. */
export interface GlossaryEntry {
  readonly term: string;
  /** How the page writes it elsewhere, small: labels of controls, legends, heads of tables. */
  readonly aliases?: readonly string[];
  readonly text: string;
}

export const GLOSSARY: readonly GlossaryEntry[] = [
  {
    term: 'Arm',
    text: 'One of the networks that are compared. All arms start alike and see the same data, unless you gave one settings of its own; so what differs in the result comes from what differs between them.',
  },
  {
    term: 'Training set',
    aliases: ['training', 'training examples'],
    text: 'The examples that the weights are fitted to. A good figure on them alone proves little: they could have been learnt by heart.',
  },
  {
    term: 'Validation set',
    aliases: ['validation', 'validation examples'],
    text: 'Examples that the weights are never fitted to. They show how well the network does on what it has not seen, and settings are chosen by them.',
  },
  {
    term: 'Test set',
    text: 'Examples kept sealed until the choice is made. Whatever was chosen by the validation figures looks a little better on them than it is; the test set tells how good it really is.',
  },
  {
    term: 'Epoch',
    aliases: ['epochs'],
    text: 'One pass through all training examples: each is used once, in a new order every time.',
  },
  {
    term: 'Step',
    aliases: ['steps'],
    text: 'One change of the weights, worked out from one batch. 400 examples in batches of 32 make 13 steps an epoch.',
  },
  {
    term: 'Batch',
    aliases: ['batch size'],
    text: 'The examples that one step is worked out from. Small batches make noisier steps and more of them in an epoch.',
  },
  {
    term: 'Data loss',
    aliases: ['loss'],
    text: 'How far the answers are from the labels, on average: cross-entropy for classes, the mean squared error for numbers. Unlike accuracy it also counts how sure the network was. No penalty is in it.',
  },
  {
    term: 'Accuracy',
    text: 'The share of examples for which the class that the network finds most probable is the label.',
  },
  {
    term: 'Penalty',
    text: 'What L1 and L2 add to the loss for large weights, so that training keeps them small. It is shown apart from the data loss.',
  },
  {
    term: 'Gap',
    aliases: ['loss, validation − training', 'accuracy, training − validation, in points'],
    text: 'How much better the network does on its training examples than on the validation examples. A small gap alone is no success: a network that learns nothing has none.',
  },
  {
    term: 'Overfitting',
    aliases: ['overfit'],
    text: 'The network still gets better on its training examples while it gets worse on those it has not seen.',
  },
  {
    term: 'Underfitting',
    text: 'The network does badly even on its training examples: it is too small, too strongly regularized, or not trained for long enough.',
  },
  {
    term: 'Training, dropout off',
    aliases: ['dropout off', 'noise off', 'dropout and noise off'],
    text: 'Training figures are measured as validation figures are: with all units on and no noise on the inputs, after the epoch. So the two lines differ only in their examples, and in the wrong labels that training may have.',
  },
  {
    term: 'Labels as given',
    text: 'An answer counts as right on this line where it is the label that the network was given, also where that label is wrong. A network that does not believe the wrong ones stays below 100 % here, and even below its own validation line, whose labels are all true.',
  },
  {
    term: 'Training, true labels',
    text: 'The same training examples, scored by their true labels instead of those that the network was given.',
  },
  {
    term: 'Wrong labels',
    aliases: ['wrong labels in training'],
    text: 'A share of the training examples is given another class than the true one, to see who learns it by heart. Labels of validation and test examples are never touched.',
  },
  {
    term: 'Wrong labels believed',
    text: 'How many of the wrongly labelled training examples the network answers with the wrong label it was given: it has learnt them by heart.',
  },
  {
    term: 'Noise',
    text: 'How widely chance scatters the points of a made-up data set. This part of the data no network can predict.',
  },
  {
    term: 'Seed',
    text: 'The number that everything random follows from. The same seed gives the same curves again; another one redraws the data, the first weights, the order and the dropout masks.',
  },
  {
    term: 'Repeat',
    aliases: ['repeats', 'a repeat redraws'],
    text: 'Every arm trained once more with other random draws, that is with another seed. How far the repeats lie apart tells how much of a difference may be luck.',
  },
  {
    term: 'Standard deviation',
    aliases: ['band'],
    text: 'How far single repeats typically lie from their mean. The band around a curve reaches one standard deviation up and down; it does not tell how exactly the mean is known.',
  },
  {
    term: 'Confidence interval',
    text: 'A range for the true mean difference, worked out from the repeats in such a way that 95 of 100 such ranges hold the true value. If 0 lies in it, no difference is shown.',
  },
  {
    term: 'Sweep',
    aliases: ['grid search'],
    text: 'Every combination of a few settings is trained and judged alike. Each combination is a cell; whatever wins among many looks a little better than it is.',
  },
  {
    term: 'Fold',
    aliases: ['folds', 'cross-validation', 'k-fold'],
    text: 'In cross-validation the examples are divided into k parts, the folds. Each validates once the network that was trained on the others, and the k figures are averaged.',
  },
  {
    term: 'Standard error',
    text: 'How far a mean typically lies from the one that endless data would give. Of a mean over k folds: their standard deviation over √k. Training sets of folds overlap, so it is a little too small.',
  },
  {
    term: 'One-standard-error rule',
    aliases: ['simplest within one standard error'],
    text: 'Of all cells that are worse than the best by no more than its standard error, take the simplest: so small a lead may be luck, and is no reason for a larger or less regularized network.',
  },
  {
    term: 'Bias',
    aliases: ['bias²'],
    text: 'How far the mean answer of many networks, each trained on a training set of its own, is from the truth. All of them miss it in the same places.',
  },
  {
    term: 'Variance',
    text: 'How far the answers of networks that were trained on different training sets lie from their mean, squared and averaged. Bias², variance and noise add up to the test error.',
  },
  {
    term: 'Brier score',
    aliases: ['brier'],
    text: 'Squared distance of the predicted probabilities from 1 for the right class and 0 for the others, summed over classes. Of it bias and variance can be told; of accuracy they cannot.',
  },
  {
    term: 'Double descent',
    text: 'Test error that falls, rises to a peak where a model has just as many parameters as training examples, and falls again when it has more. Enough regularization removes the peak.',
  },
  {
    term: 'Regularizer',
    text: 'Whatever keeps a network from fitting its training examples too closely, so that it does better on new ones. It usually costs something on the training examples.',
  },
  {
    term: 'L1',
    text: 'A penalty on the sum of the absolute weights, λ Σ|w|. Weights that help little end at zero or very near it.',
  },
  {
    term: 'L2',
    text: 'A penalty on the sum of the squared weights, λ Σw². All weights shrink, large ones most, and few become exactly zero.',
  },
  {
    term: 'Elastic net',
    text: 'L1 and L2 at once: few weights, and none of them very large.',
  },
  {
    term: 'Dropout',
    aliases: ['hidden rate', 'input rate', 'dropout rate'],
    text: 'In every training step each unit is switched off with this probability, the rate, and the others are scaled up to make up for it. No unit can rely on a certain other one. When the network is used, all units are on.',
  },
  {
    term: 'Internal covariate shift',
    text: 'While a network learns, the values that a layer gets from the layers before it change their distribution. Batch norm was proposed to reduce this; whether that is why it helps is disputed.',
  },
  {
    term: 'Batch normalization',
    aliases: ['batch norm'],
    text: 'Each hidden unit’s values are shifted and scaled to mean 0 and variance 1 within the batch; when the network is used, running averages take the batch’s place. It mainly speeds up training; its noise regularizes a little.',
  },
  {
    term: 'Early stopping',
    text: 'Training ends when the validation figure has not improved for a while, and the weights of the best epoch can be restored.',
  },
  {
    term: 'Patience',
    text: 'How many epochs without improvement early stopping waits before it ends the training.',
  },
  {
    term: 'Best epoch',
    aliases: ['best, epoch'],
    text: 'The epoch with the best validation figure so far. Picked from many after the fact, it looks a little better than it is.',
  },
  {
    term: 'Weight decay',
    text: 'In every step each weight loses a small share of itself, apart from the gradient. With plain SGD it does what L2 does; with Adam it does not, since Adam would scale the penalty’s gradient.',
  },
  {
    term: 'Max-norm',
    aliases: ['max norm'],
    text: 'A limit on the length of the weights that lead into a unit: whatever grows longer is scaled back to it after each step.',
  },
  {
    term: 'Input noise',
    text: 'Every input is shaken a little in every training step, so that the network must answer alike in the neighbourhood of each example.',
  },
  {
    term: 'Label smoothing',
    text: 'The network is trained towards a little less than certainty: a small share of each label is spread evenly over all classes.',
  },
  {
    term: 'Learning rate',
    text: 'How far a step goes. Too small and training crawls; too large and it jumps about or diverges.',
  },
  {
    term: 'Optimizer',
    aliases: ['sgd', 'adam'],
    text: 'The rule that turns gradients into steps. SGD follows the gradient of the batch; Adam also scales each weight’s step by the size of its recent gradients.',
  },
  {
    term: 'Gradient',
    aliases: ['gradients'],
    text: 'How much the loss would change with each weight, if that weight were changed a little. A step goes against it, to where the loss is lower.',
  },
  {
    term: 'Activation',
    text: 'The function that a hidden unit applies to its weighted sum. Without it any number of layers could do no more than one.',
  },
  {
    term: 'Hidden layer',
    aliases: ['hidden layers'],
    text: 'Units between inputs and outputs. More of them can fit more complicated patterns, wrong labels included.',
  },
  {
    term: 'Parameters',
    text: 'The numbers that training changes: weights and biases, and with batch norm two numbers for each hidden unit in place of its bias.',
  },
];
