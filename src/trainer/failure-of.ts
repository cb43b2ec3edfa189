/** What the page is told of an error, in words for the user. */
import { DataError } from '../datasets/dataset.ts';
import { DeviceLimitError } from '../engine/step/device-limit-error.ts';
import type { Failure } from '../protocol/messages.ts';

/** The settings cannot be trained with; the page should have said so before. */
export class SettingsError extends Error {}

export function failureOf(error: unknown): Failure {
  if (error instanceof DOMException && error.name === 'AbortError')
    return { kind: 'cancelled', message: 'Cancelled.' };
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof DataError) return { kind: 'data', message };
  if (error instanceof SettingsError) return { kind: 'settings', message };
  if (error instanceof DeviceLimitError) return { kind: 'settings', message: tooLarge(message) };
  return { kind: 'internal', message: `Training stopped unexpectedly: ${message}` };
}

function tooLarge(why: string): string {
  return `This experiment is too large for the device: ${why}. Make the hidden layers or the batch smaller, use fewer arms or repeats, or compute with another backend.`;
}
