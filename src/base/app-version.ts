/** The version of this program, as in package.json. Exported files name the version that wrote them. */
export const APP_VERSION = '0.1.0';
