// The module of the rulebook cut to the benefits with an amount: what the
// other implementations know of the policy.
import { load } from './module.js';
export { chunk, prepare, pass, sums, answer } from './module.js';

export const open = () => load('amounts');
