/** “Draw a digit” among the panels of the microscope: answers are asked for, no picture is taken. */
import type { MicroscopePanel } from '../shared/microscope-panel.ts';
import { DigitAnswer } from './digit-answer.tsx';
import { DrawPad } from './draw-pad.tsx';

export const drawPanel: MicroscopePanel = {
  id: 'draw',
  label: 'Draw a digit',
  views: [],
  // Drawings are prepared as the digits of MNIST were; networks trained on other digits know no such images.
  applies: ({ dataset }) => dataset.id === 'mnist',
  Shared: DrawPad,
  Panel: DigitAnswer,
};
