// One batch call for every single case, in cells that are ready.
import * as module from './module.js';
export { open, sums, answer } from './module.js';

export const chunk = 2000;

export const prepare = module.prepare;

export function pass({ batch, from, to, width, awards }, _, first, last) {
  let sum = 0;
  for (let i = first; i < last; i++) {
    batch(from + 8 * width * i, to, 1);
    sum += awards[0] + awards[1] * 2 ** 32;
  }
  return sum;
}
