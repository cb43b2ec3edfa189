/** Of the button that starts, pauses and resumes. */
export const SWEEP_BUTTON_ID = 'sweep-button';
