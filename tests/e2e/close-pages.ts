/** Set up for each file: what the harness itself registered would hold for the first file that loads it alone. */
import { afterEach } from 'vitest';
import { closePages } from './harness.ts';

afterEach(closePages);
