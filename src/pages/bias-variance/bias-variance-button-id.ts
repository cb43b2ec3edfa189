/** Of the button that starts the networks of the page: the skip link leads to it. */
export const BIAS_VARIANCE_BUTTON_ID = 'bias-variance-button';
