/** What is written beneath pictures that are saved: the settings of the page in words, and its link. */
import { createContext } from 'react';
import type { PictureText } from './standalone-svg.ts';

/** Null: pictures cannot be saved here. */
export const PictureTextContext = createContext<(() => Promise<Omit<PictureText, 'title'>>) | null>(
  null,
);
