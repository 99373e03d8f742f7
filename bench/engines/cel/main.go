// Command cel is the policy as one expression of github.com/google/cel-go: the
// amounts of the six benefits, of which the program takes the highest.
package main

import (
	"encoding/json"

	"github.com/google/cel-go/cel"
	"github.com/google/cel-go/common/types"
	"github.com/google/cel-go/common/types/traits"
	"github.com/google/cel-go/ext"

	"mingce/bench/engines/cases"
	"mingce/bench/engines/measure"
)

const policy = `
cel.bind(firm, applicant == "enterprise" && registered_in_city && taxed_in_city && statistics_in_city && legal_person
	&& !violation_within_3_years && !already_awarded,
cel.bind(zone, applicant == "zone" && !already_awarded,
[
	!(firm && ecommerce_business) ? 0 : turnover >= 50000000000 ? 100000000 : turnover >= 20000000000 ? 60000000
		: turnover >= 10000000000 ? 40000000 : 0,
	firm && ecommerce_business && platform_kind != "none" && platform_months >= 12 && platform_turnover >= 10000000000
		&& platform_local_share >= 3000 && platform_recognized
		? (platform_investment >= 1000000000 ? 200000000 : platform_investment / 5) : 0,
	zone && park_floor_area >= 500000 ? 100000000 : 0,
	!(zone && park_floor_area >= 1000000 && park_occupancy >= 7000 && park_jobs >= 1000 && park_facilities) ? 0
		: park_turnover >= 200000000000 ? 300000000 : park_turnover >= 100000000000 ? 200000000
		: park_turnover >= 50000000000 ? 100000000 : 0,
	!(firm && logistics_business && logistics_site_area >= 200000) ? 0 : logistics_turnover >= 10000000000 ? 100000000
		: logistics_turnover >= 5000000000 ? 60000000 : logistics_turnover >= 2000000000 ? 40000000
		: logistics_turnover >= 1000000000 ? 20000000 : 0,
	firm && logistics_business && cold_storage_area >= 100000
		? (cold_chain_investment >= 1000000000 ? 100000000 : cold_chain_investment / 10) : 0
]))`

// fields are a case by name, each value already in the engine's own form.
func fields(c *cases.Case) map[string]any {
	text, err := json.Marshal(c)
	must(err)
	var m map[string]any
	must(json.Unmarshal(text, &m))
	for k, v := range m {
		switch v := v.(type) {
		case bool:
			m[k] = types.Bool(v)
		case string:
			m[k] = types.String(v)
		case float64:
			m[k] = types.Int(v)
		}
	}
	return m
}

func compile() cel.Program {
	options := []cel.EnvOption{ext.Bindings()}
	for k, v := range fields(&cases.Case{}) {
		kind := cel.IntType
		switch v.(type) {
		case types.Bool:
			kind = cel.BoolType
		case types.String:
			kind = cel.StringType
		}
		options = append(options, cel.Variable(k, kind))
	}
	env, err := cel.NewEnv(options...)
	must(err)
	ast, issues := env.Compile(policy)
	must(issues.Err())
	program, err := env.Program(ast, cel.EvalOptions(cel.OptOptimize))
	must(err)
	return program
}

func main() {
	program := compile()
	assess := func(in cel.Activation) (award int64, pays int) {
		out, _, err := program.Eval(in)
		must(err)
		list := out.(traits.Lister)
		pays = -1
		for i := range len(cases.Benefits) {
			if v := int64(list.Get(types.Int(i)).(types.Int)); v > award {
				award, pays = v, i
			}
		}
		return award, pays
	}
	measure.Main(func(list []cases.Case) measure.Engine {
		all := make([]cel.Activation, len(list))
		for i := range list {
			in, err := cel.NewActivation(fields(&list[i]))
			must(err)
			all[i] = in
		}
		return measure.Engine{
			Answer: func(i int) (int64, int) { return assess(all[i]) },
			Pass: func() (sum int64) {
				for i := range all {
					sum += measure.Sum(assess(all[i]))
				}
				return sum
			},
		}
	})
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}
