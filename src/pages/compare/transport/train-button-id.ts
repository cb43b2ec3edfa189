/** Of the button that trains, for what leads to it. */
export const TRAIN_BUTTON_ID = 'train';
