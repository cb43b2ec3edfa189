/** Id of the lesson's heading, where the first press of Tab leads, past the header. */
export const LESSON_BUTTON_ID = 'lesson';
