// publicodes as its manual writes rules: applicability, grids, shares with a
// ceiling, the maximum of all.
import Engine from 'publicodes';
import { benefits } from './highest.js';

export const chunk = 5;

const grid = (assiette, steps) => ({
  assiette,
  tranches: [[0, 0], ...steps].map(([, montant], i) => {
    const next = steps[i]?.[0];
    return next === undefined ? { montant } : { montant, plafond: next };
  }),
});

// Rounding is to the nearest whole number, never down: the nearest one to a
// value a little lower is the one below.
const down = (name, by, plafond) => ({ valeur: `(${name} - ${(by - 1) / 2}) / ${by}`, arrondi: 'oui', plafond });

/** name: [conditions, amount] */
const amounts = {
  growth: [['firm', 'ecommerce business'], { grille: grid('turnover', [[1e10, 4e7], [2e10, 6e7], [5e10, 1e8]]) }],
  platform: [
    [
      'firm',
      'ecommerce business',
      "platform kind != 'none'",
      'platform months >= 12',
      'platform turnover >= 10000000000',
      'platform local share >= 3000',
      'platform recognized',
    ],
    down('platform investment', 5, 2e8),
  ],
  startup: [['zone', 'park floor area >= 500000'], { valeur: 1e8 }],
  assessment: [
    ['zone', 'park floor area >= 1000000', 'park occupancy >= 7000', 'park jobs >= 1000', 'park facilities'],
    { grille: grid('park turnover', [[5e10, 1e8], [1e11, 2e8], [2e11, 3e8]]) },
  ],
  logistics: [
    ['firm', 'logistics business', 'logistics site area >= 200000'],
    { grille: grid('logistics turnover', [[1e9, 2e7], [2e9, 4e7], [5e9, 6e7], [1e10, 1e8]]) },
  ],
  cold: [['firm', 'logistics business', 'cold storage area >= 100000'], down('cold investment', 10, 1e8)],
};
const names = Object.keys(amounts);
if (names.length !== benefits.length) throw new Error('six rules for six benefits');

const yes = ['registered in city', 'taxed in city', 'statistics in city', 'legal person', 'ecommerce business',
  'logistics business', 'violation', 'awarded', 'platform recognized', 'park facilities'];
const number = ['turnover', 'platform months', 'platform turnover', 'platform local share', 'platform investment',
  'park floor area', 'park occupancy', 'park jobs', 'park turnover', 'logistics site area', 'logistics turnover',
  'cold storage area', 'cold investment'];
const fields = { violation: 'violation_within_3_years', awarded: 'already_awarded', 'cold investment': 'cold_chain_investment' };
const field = (name) => fields[name] ?? name.replaceAll(' ', '_');

/** The rules; benefit writes one benefit from its conditions and its amount. */
export function rules(benefit) {
  const all = {
    applicant: { 'par défaut': "'none'" },
    'platform kind': { 'par défaut': "'none'" },
    firm: {
      'toutes ces conditions': ["applicant = 'enterprise'", 'registered in city', 'taxed in city', 'statistics in city',
        'legal person', 'violation = non', 'awarded = non'],
    },
    zone: { 'toutes ces conditions': ["applicant = 'zone'", 'awarded = non'] },
    award: { 'le maximum de': [...names, 0] },
    payer: { variations: [{ si: 'award = 0', alors: -1 }, ...names.map((name, i) => ({ si: `award = ${name}`, alors: i }))] },
  };
  for (const name of yes) all[name] = { 'par défaut': 'non' };
  for (const name of number) all[name] = { 'par défaut': 0 };
  for (const name of names) all[name] = benefit(...amounts[name]);
  return all;
}

const quiet = { logger: { log() {}, warn() {}, error: console.error } };

export const engineOf = (all) => new Engine(all, quiet);

export const open = () =>
  engineOf(rules((conditions, amount) => ({ 'applicable si': { 'toutes ces conditions': conditions }, ...amount })));

export const prepare = (_, cases) =>
  cases.map((c) => {
    const situation = { applicant: `'${c.applicant}'`, 'platform kind': `'${c.platform_kind}'` };
    for (const name of yes) situation[name] = c[field(name)] ? 'oui' : 'non';
    for (const name of number) situation[name] = c[field(name)];
    return situation;
  });

export function answer(engine, situation) {
  engine.setSituation(situation);
  return { award: engine.evaluate('award').nodeValue || 0, pays: engine.evaluate('payer').nodeValue };
}
