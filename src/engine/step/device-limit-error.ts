/** What a backend throws when its device cannot hold what it is asked to: less would do, or another backend. */
export class DeviceLimitError extends Error {}
