/** Of the settings of the laboratory on show: the skip link leads to them. */
export const LABORATORY_ID = 'laboratory';
