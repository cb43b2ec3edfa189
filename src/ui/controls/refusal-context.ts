/** Hears of every field that refuses what was typed, and (null) once it does so no more. */
import { createContext } from 'react';

export type HearRefusal = (fieldId: string, message: string | null) => void;

/** Without one above them, fields refuse for themselves. */
export const RefusalContext = createContext<HearRefusal>(() => undefined);
