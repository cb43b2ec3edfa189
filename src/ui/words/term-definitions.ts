/** What words mean, given to the widgets from above: null where there is no definition. */
import { createContext } from 'react';

export type FindDefinition = (words: string) => string | null;

export const TermDefinitionsContext = createContext<FindDefinition>(() => null);
