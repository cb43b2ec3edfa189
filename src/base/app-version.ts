/** Of this program, as package.json has it: files say which one wrote them. */
export const APP_VERSION = '0.1.0';
