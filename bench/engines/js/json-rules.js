// json-rules-engine has conditions and events, no arithmetic: one rule a tier,
// and the share, the cap and the highest are left to the program around it.
import { Engine } from 'json-rules-engine';
import { benefits, highest } from './highest.js';

export const chunk = 50;

const is = (fact, value) => ({ fact, operator: 'equal', value });
const least = (fact, value) => ({ fact, operator: 'greaterThanInclusive', value });
const under = (fact, value) => ({ fact, operator: 'lessThan', value });

export function open() {
  const engine = new Engine();
  // What several benefits share is found first and added as a fact.
  const gate = (fact, priority, all) => {
    engine.addFact(fact, false);
    engine.addRule({
      priority,
      conditions: { all },
      event: { type: fact },
      onSuccess: (_, almanac) => almanac.addFact(fact, true),
    });
  };
  gate('firm', 3, [
    is('applicant', 'enterprise'),
    is('registered_in_city', true),
    is('taxed_in_city', true),
    is('statistics_in_city', true),
    is('legal_person', true),
    is('violation_within_3_years', false),
    is('already_awarded', false),
  ]);
  gate('zone', 3, [is('applicant', 'zone'), is('already_awarded', false)]);
  gate('seller', 2, [is('firm', true), is('ecommerce_business', true)]);
  gate('carrier', 2, [is('firm', true), is('logistics_business', true)]);
  const grant = (benefit, params, all) =>
    engine.addRule({ conditions: { all }, event: { type: 'grant', params: { place: benefits.indexOf(benefit), ...params } } });
  const tiers = (benefit, fact, steps, all) => {
    steps.forEach(([from, pay], i) => {
      const bounds = [least(fact, from)];
      if (i + 1 < steps.length) bounds.push(under(fact, steps[i + 1][0]));
      grant(benefit, { pay }, [...all, ...bounds]);
    });
  };
  tiers('enterprise-growth', 'turnover', [[1e10, 4e7], [2e10, 6e7], [5e10, 1e8]], [is('seller', true)]);
  grant('platform-construction', { of: 'platform_investment', divisor: 5, cap: 2e8 }, [
    is('seller', true),
    { fact: 'platform_kind', operator: 'notEqual', value: 'none' },
    least('platform_months', 12),
    least('platform_turnover', 1e10),
    least('platform_local_share', 3000),
    is('platform_recognized', true),
  ]);
  grant('park-startup', { pay: 1e8 }, [is('zone', true), least('park_floor_area', 500000)]);
  tiers('park-assessment', 'park_turnover', [[5e10, 1e8], [1e11, 2e8], [2e11, 3e8]], [
    is('zone', true),
    least('park_floor_area', 1000000),
    least('park_occupancy', 7000),
    least('park_jobs', 1000),
    is('park_facilities', true),
  ]);
  tiers('logistics-growth', 'logistics_turnover', [[1e9, 2e7], [2e9, 4e7], [5e9, 6e7], [1e10, 1e8]], [
    is('carrier', true),
    least('logistics_site_area', 200000),
  ]);
  grant('cold-chain', { of: 'cold_chain_investment', divisor: 10, cap: 1e8 }, [is('carrier', true), least('cold_storage_area', 100000)]);
  return engine;
}

export const prepare = (_, cases) => cases;

export async function answer(engine, facts) {
  const amounts = [0, 0, 0, 0, 0, 0];
  const { events } = await engine.run(facts);
  for (const { type, params } of events) {
    if (type !== 'grant') continue;
    amounts[params.place] = params.pay ?? Math.min(params.cap, Math.floor(facts[params.of] / params.divisor));
  }
  return highest(amounts);
}
