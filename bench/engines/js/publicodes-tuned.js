// publicodes with the rules written for speed: a benefit that is not due is 0
// rather than not applicable, which the engine works out again and again.
import { engineOf, rules } from './publicodes.js';
export { prepare, answer } from './publicodes.js';

export const chunk = 20;

export const open = () =>
  engineOf(
    rules((conditions, amount) => ({
      variations: [{ si: { 'toutes ces conditions': conditions }, alors: amount }, { sinon: 0 }],
    })),
  );
