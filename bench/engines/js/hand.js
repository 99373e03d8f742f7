// The policy written by hand in JavaScript: the bound that no engine in a
// browser is expected to reach.

export const chunk = 2000;

export const open = () => assess;

/** The form that is fastest to read: one shape, numbers and booleans only. */
export const prepare = (_, cases) =>
  cases.map((c) => ({
    firm: c.applicant === 'enterprise',
    zone: c.applicant === 'zone',
    registered_in_city: c.registered_in_city,
    taxed_in_city: c.taxed_in_city,
    statistics_in_city: c.statistics_in_city,
    legal_person: c.legal_person,
    ecommerce_business: c.ecommerce_business,
    logistics_business: c.logistics_business,
    violation_within_3_years: c.violation_within_3_years,
    already_awarded: c.already_awarded,
    turnover: c.turnover,
    platform: c.platform_kind !== 'none',
    platform_months: c.platform_months,
    platform_turnover: c.platform_turnover,
    platform_local_share: c.platform_local_share,
    platform_recognized: c.platform_recognized,
    platform_investment: c.platform_investment,
    park_floor_area: c.park_floor_area,
    park_occupancy: c.park_occupancy,
    park_jobs: c.park_jobs,
    park_facilities: c.park_facilities,
    park_turnover: c.park_turnover,
    logistics_site_area: c.logistics_site_area,
    logistics_turnover: c.logistics_turnover,
    cold_storage_area: c.cold_storage_area,
    cold_chain_investment: c.cold_chain_investment,
  }));

const result = { award: 0, pays: -1 };

function assess(c) {
  let award = 0;
  let pays = -1;
  if (c.already_awarded) {
    // nothing
  } else if (c.zone) {
    if (c.park_floor_area >= 5_000_00) {
      award = 1_000_000_00;
      pays = 2;
      if (c.park_floor_area >= 10_000_00 && c.park_occupancy >= 70_00 && c.park_jobs >= 1_000 && c.park_facilities) {
        if (c.park_turnover >= 2_000_000_000_00) {
          award = 3_000_000_00;
          pays = 3;
        } else if (c.park_turnover >= 1_000_000_000_00) {
          award = 2_000_000_00;
          pays = 3;
        }
      }
    }
  } else if (
    c.firm &&
    c.registered_in_city &&
    c.taxed_in_city &&
    c.statistics_in_city &&
    c.legal_person &&
    !c.violation_within_3_years
  ) {
    if (c.ecommerce_business) {
      const v = c.turnover;
      award = v >= 500_000_000_00 ? 1_000_000_00 : v >= 200_000_000_00 ? 600_000_00 : v >= 100_000_000_00 ? 400_000_00 : 0;
      if (award > 0) pays = 0;
      if (
        c.platform &&
        c.platform_months >= 12 &&
        c.platform_turnover >= 100_000_000_00 &&
        c.platform_local_share >= 30_00 &&
        c.platform_recognized
      ) {
        const grant = c.platform_investment >= 10_000_000_00 ? 2_000_000_00 : Math.floor(c.platform_investment / 5);
        if (grant > award) {
          award = grant;
          pays = 1;
        }
      }
    }
    if (c.logistics_business) {
      if (c.logistics_site_area >= 2_000_00) {
        const v = c.logistics_turnover;
        const grant =
          v >= 100_000_000_00 ? 1_000_000_00 : v >= 50_000_000_00 ? 600_000_00 : v >= 20_000_000_00 ? 400_000_00 : v >= 10_000_000_00 ? 200_000_00 : 0;
        if (grant > award) {
          award = grant;
          pays = 4;
        }
      }
      if (c.cold_storage_area >= 1_000_00) {
        const grant = c.cold_chain_investment >= 10_000_000_00 ? 1_000_000_00 : Math.floor(c.cold_chain_investment / 10);
        if (grant > award) {
          award = grant;
          pays = 5;
        }
      }
    }
  }
  result.award = award;
  result.pays = pays;
  return result;
}

export const answer = (_, input) => assess(input);

export function pass(_, inputs, from, to) {
  let sum = 0;
  for (let i = from; i < to; i++) {
    const r = assess(inputs[i]);
    sum += r.award + r.pays;
  }
  return sum;
}
