/** Called for every field that refuses what was typed, and with null once it no longer does. */
import { createContext } from 'react';

export type HearRefusal = (fieldId: string, message: string | null) => void;

/** Without one above them, fields refuse for themselves. */
export const RefusalContext = createContext<HearRefusal>(() => undefined);
