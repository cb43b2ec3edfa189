/** Id of the button that trains, for links and keys that lead to it. */
export const TRAIN_BUTTON_ID = 'train';
