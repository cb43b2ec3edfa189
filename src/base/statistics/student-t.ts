/** Quantiles of Student’s t distribution, for intervals from a few repeats. */
import { cos, sin } from '../elementary.ts';

/**
 * The t below which a share `probability` (above 0.5, below 1) of the distribution with `freedom` (a whole
 * number from 1) degrees of freedom lies: 4.303 for 0.975 and 2. Its distribution function is a finite
 * sum of sines and cosines of θ = arctan(t / √ν) (Abramowitz & Stegun 1964, 26.7.3 and 26.7.4), which
 * grows with θ, so that θ is found by halving.
 */
export function tQuantile(probability: number, freedom: number): number {
  const central = 2 * probability - 1;
  let [low, high] = [0, Math.PI / 2];
  for (let halving = 0; halving < 60; halving++) {
    const middle = (low + high) / 2;
    if (centralProbability(middle, freedom) < central) low = middle;
    else high = middle;
  }
  const theta = (low + high) / 2;
  return Math.sqrt(freedom) * (sin(theta) / cos(theta));
}

/** P(|T| ≤ √ν tan θ). */
function centralProbability(theta: number, freedom: number): number {
  const cosine = cos(theta);
  const isOdd = freedom % 2 === 1;
  let term = isOdd ? cosine : 1;
  let sum = 0;
  for (let factor = isOdd ? 2 : 1; factor < freedom; factor += 2) {
    sum += term;
    term *= (factor / (factor + 1)) * cosine * cosine;
  }
  return isOdd ? (2 / Math.PI) * (theta + sin(theta) * sum) : sin(theta) * sum;
}
