// Command expr is the policy as one expression of github.com/expr-lang/expr:
// the amounts of the six benefits, of which the program takes the highest.
package main

import (
	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/vm"

	"mingce/bench/engines/cases"
	"mingce/bench/engines/measure"
)

const policy = `
let firm = applicant == "enterprise" && registered_in_city && taxed_in_city && statistics_in_city && legal_person
	&& !violation_within_3_years && !already_awarded;
let zone = applicant == "zone" && !already_awarded;
let seller = firm && ecommerce_business;
let carrier = firm && logistics_business;
[
	!seller ? 0 : turnover >= 50000000000 ? 100000000 : turnover >= 20000000000 ? 60000000 : turnover >= 10000000000 ? 40000000 : 0,
	seller && platform_kind != "none" && platform_months >= 12 && platform_turnover >= 10000000000
		&& platform_local_share >= 3000 && platform_recognized
		? (platform_investment >= 1000000000 ? 200000000 : int(platform_investment / 5)) : 0,
	zone && park_floor_area >= 500000 ? 100000000 : 0,
	!(zone && park_floor_area >= 1000000 && park_occupancy >= 7000 && park_jobs >= 1000 && park_facilities) ? 0
		: park_turnover >= 200000000000 ? 300000000 : park_turnover >= 100000000000 ? 200000000 : park_turnover >= 50000000000 ? 100000000 : 0,
	!(carrier && logistics_site_area >= 200000) ? 0 : logistics_turnover >= 10000000000 ? 100000000
		: logistics_turnover >= 5000000000 ? 60000000 : logistics_turnover >= 2000000000 ? 40000000 : logistics_turnover >= 1000000000 ? 20000000 : 0,
	carrier && cold_storage_area >= 100000 ? (cold_chain_investment >= 1000000000 ? 100000000 : int(cold_chain_investment / 10)) : 0,
]`

func main() {
	program, err := expr.Compile(policy, expr.Env(cases.Case{}))
	if err != nil {
		panic(err)
	}
	machine := &vm.VM{}
	assess := func(c *cases.Case) (award int64, pays int) {
		out, err := machine.Run(program, c)
		if err != nil {
			panic(err)
		}
		pays = -1
		for i, v := range out.([]any) {
			if v := int64(v.(int)); v > award {
				award, pays = v, i
			}
		}
		return award, pays
	}
	measure.Main(func(list []cases.Case) measure.Engine {
		return measure.Engine{
			Answer: func(i int) (int64, int) { return assess(&list[i]) },
			Pass: func() (sum int64) {
				for i := range list {
					sum += measure.Sum(assess(&list[i]))
				}
				return sum
			},
		}
	})
}
