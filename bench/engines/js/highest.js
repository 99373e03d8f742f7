/** The highest of amounts in the order of the text, the first where several are. */
export function highest(amounts) {
  let award = 0;
  let pays = -1;
  for (let i = 0; i < amounts.length; i++) {
    if (amounts[i] > award) {
      award = amounts[i];
      pays = i;
    }
  }
  return { award, pays };
}

export const benefits = [
  'enterprise-growth',
  'platform-construction',
  'park-startup',
  'park-assessment',
  'logistics-growth',
  'cold-chain',
];
