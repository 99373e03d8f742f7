// One assess call for every single case: the whole assessment, of which the
// award and the first payer are read back.
export { open, prepare, answer } from './module.js';

export const chunk = 200;
