// ZEN: a decision graph of expressions; the node package is a native addon.
import { ZenEngine } from '@gorules/zen-engine';
import { benefits } from './highest.js';

export const chunk = 50;

const steps = {
  firm: `applicant == 'enterprise' and registered_in_city and taxed_in_city and statistics_in_city and legal_person
    and not violation_within_3_years and not already_awarded`,
  zone: `applicant == 'zone' and not already_awarded`,
};

const tiers = (field, cells, gate) => ({ field, gate, cells });

// One decision table a benefit: whether its conditions hold, and the tier.
const tables = {
  growth: tiers('turnover', [[5e10, '100000000'], [2e10, '60000000'], [1e10, '40000000']], 'firm and ecommerce_business'),
  platform: tiers('platform_investment', [[1e9, '200000000'], [0, 'floor(platform_investment / 5)']],
    `firm and ecommerce_business and platform_kind != 'none' and platform_months >= 12 and platform_turnover >= 10000000000
      and platform_local_share >= 3000 and platform_recognized`),
  startup: tiers('park_floor_area', [[500000, '100000000']], 'zone'),
  assessment: tiers('park_turnover', [[2e11, '300000000'], [1e11, '200000000'], [5e10, '100000000']],
    'zone and park_floor_area >= 1000000 and park_occupancy >= 7000 and park_jobs >= 1000 and park_facilities'),
  logistics: tiers('logistics_turnover', [[1e10, '100000000'], [5e9, '60000000'], [2e9, '40000000'], [1e9, '20000000']],
    'firm and logistics_business and logistics_site_area >= 200000'),
  cold: tiers('cold_chain_investment', [[1e9, '100000000'], [0, 'floor(cold_chain_investment / 10)']],
    'firm and logistics_business and cold_storage_area >= 100000'),
};
const names = Object.keys(tables);
if (names.length !== benefits.length) throw new Error('six tables for six benefits');

const expressions = (id, pairs, passThrough) => ({
  id, name: id, type: 'expressionNode',
  content: { passThrough, expressions: Object.entries(pairs).map(([key, value]) => ({ id: `${id}-${key}`, key, value })) },
});

function table(name, { field, cells, gate }) {
  const rules = cells.map(([from, pay], i) => ({ _id: `${name}${i}`, gate: 'true', value: `>= ${from}`, pay }));
  rules.push({ _id: `${name}-none`, gate: '', value: '', pay: '0' });
  return {
    id: name, name, type: 'decisionTableNode',
    content: {
      hitPolicy: 'first',
      inputs: [{ id: 'gate', name: 'conditions', field: gate }, { id: 'value', name: field, field }],
      outputs: [{ id: 'pay', name: 'pay', field: name }],
      rules,
    },
  };
}

const graph = () => {
  const nodes = [
    { id: 'in', name: 'in', type: 'inputNode' },
    expressions('gates', steps, true),
    ...names.map((name) => table(name, tables[name])),
    expressions('highest', { award: `max([${names.join(', ')}])` }, true),
    expressions('payer', {
      award: 'award',
      pays: 'award == 0 ? -1 : ' + names.slice(0, -1).map((name, i) => `${name} == award ? ${i} : `).join('') + '5',
    }, false),
    { id: 'out', name: 'out', type: 'outputNode' },
  ];
  let edge = 0;
  const to = (sourceId, targetId) => ({ id: `e${edge++}`, type: 'edge', sourceId, targetId });
  const edges = [
    to('in', 'gates'),
    ...names.flatMap((name) => [to('gates', name), to(name, 'highest')]),
    to('highest', 'payer'),
    to('payer', 'out'),
  ];
  return { nodes, edges };
};

export const open = () => new ZenEngine().createDecision(graph());

export const prepare = (_, cases) => cases;

export const answer = async (decision, input) => (await decision.evaluate(input)).result;
