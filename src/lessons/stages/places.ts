/** Ids of what a lesson's page is made of, from top to bottom on a phone. */
export const QUESTION_ID = 'lesson-question';
export const STAGE_ID = 'lesson-stage';
export const WORDS_ID = 'lesson-words';
