/** "dropout 0.5" → "Dropout 0.5" */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
