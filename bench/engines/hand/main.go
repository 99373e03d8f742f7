// Command hand is the policy written by hand in Go: the bound that no engine
// is expected to reach.
package main

import (
	"flag"
	"slices"

	"mingce/bench/engines/cases"
	"mingce/bench/engines/measure"
)

// An applicant is a case in the form that is fastest to read.
type applicant struct {
	firm, zone                               bool
	registered, taxed, statistics, legal     bool
	ecommerce, logistics, violation, awarded bool
	recognized, facilities                   bool
	kind                                     uint8
	turnover, platformTurnover, investment   int64
	months, share                            int64
	floor, occupancy, jobs, parkTurnover     int64
	site, logisticsTurnover, store, coldCost int64
}

func assess(a *applicant) (award int64, pays int) {
	pays = -1
	if a.awarded {
		return 0, pays
	}
	if a.zone {
		if a.floor >= 5_000_00 {
			award, pays = 1_000_000_00, 2
			if a.floor >= 10_000_00 && a.occupancy >= 70_00 && a.jobs >= 1_000 && a.facilities {
				switch v := a.parkTurnover; {
				case v >= 2_000_000_000_00:
					award, pays = 3_000_000_00, 3
				case v >= 1_000_000_000_00:
					award, pays = 2_000_000_00, 3
				}
			}
		}
		return award, pays
	}
	if !a.firm || !a.registered || !a.taxed || !a.statistics || !a.legal || a.violation {
		return 0, pays
	}
	if a.ecommerce {
		switch v := a.turnover; {
		case v >= 500_000_000_00:
			award, pays = 1_000_000_00, 0
		case v >= 200_000_000_00:
			award, pays = 600_000_00, 0
		case v >= 100_000_000_00:
			award, pays = 400_000_00, 0
		}
		if a.kind != 0 && a.months >= 12 && a.platformTurnover >= 100_000_000_00 && a.share >= 30_00 && a.recognized {
			if v := min(a.investment/5, 2_000_000_00); v > award {
				award, pays = v, 1
			}
		}
	}
	if a.logistics {
		if a.site >= 2_000_00 {
			grant := int64(0)
			switch v := a.logisticsTurnover; {
			case v >= 100_000_000_00:
				grant = 1_000_000_00
			case v >= 50_000_000_00:
				grant = 600_000_00
			case v >= 20_000_000_00:
				grant = 400_000_00
			case v >= 10_000_000_00:
				grant = 200_000_00
			}
			if grant > award {
				award, pays = grant, 4
			}
		}
		if a.store >= 1_000_00 {
			if v := min(a.coldCost/10, 1_000_000_00); v > award {
				award, pays = v, 5
			}
		}
	}
	return award, pays
}

// award is assess without saying which benefit pays.
func award(a *applicant) int64 {
	if a.awarded {
		return 0
	}
	if a.zone {
		if a.floor < 5_000_00 {
			return 0
		}
		if a.floor >= 10_000_00 && a.occupancy >= 70_00 && a.jobs >= 1_000 && a.facilities {
			switch v := a.parkTurnover; {
			case v >= 2_000_000_000_00:
				return 3_000_000_00
			case v >= 1_000_000_000_00:
				return 2_000_000_00
			}
		}
		return 1_000_000_00
	}
	if !a.firm || !a.registered || !a.taxed || !a.statistics || !a.legal || a.violation {
		return 0
	}
	most := int64(0)
	if a.ecommerce {
		switch v := a.turnover; {
		case v >= 500_000_000_00:
			most = 1_000_000_00
		case v >= 200_000_000_00:
			most = 600_000_00
		case v >= 100_000_000_00:
			most = 400_000_00
		}
		if a.kind != 0 && a.months >= 12 && a.platformTurnover >= 100_000_000_00 && a.share >= 30_00 && a.recognized {
			most = max(most, min(a.investment/5, 2_000_000_00))
		}
	}
	if a.logistics {
		if a.site >= 2_000_00 {
			switch v := a.logisticsTurnover; {
			case v >= 100_000_000_00:
				most = max(most, 1_000_000_00)
			case v >= 50_000_000_00:
				most = max(most, 600_000_00)
			case v >= 20_000_000_00:
				most = max(most, 400_000_00)
			case v >= 10_000_000_00:
				most = max(most, 200_000_00)
			}
		}
		if a.store >= 1_000_00 {
			most = max(most, min(a.coldCost/10, 1_000_000_00))
		}
	}
	return most
}

func main() {
	alone := flag.Bool("award", false, "the award alone, not who pays it")
	measure.Main(func(list []cases.Case) measure.Engine {
		all := make([]applicant, len(list))
		for i := range list {
			all[i] = fromCase(&list[i])
		}
		if *alone {
			return measure.Engine{
				AwardAlone: true,
				Answer:     func(i int) (int64, int) { return award(&all[i]), 0 },
				Pass: func() (sum int64) {
					for i := range all {
						sum += award(&all[i])
					}
					return sum
				},
			}
		}
		return measure.Engine{
			Answer: func(i int) (int64, int) { return assess(&all[i]) },
			Pass: func() (sum int64) {
				for i := range all {
					sum += measure.Sum(assess(&all[i]))
				}
				return sum
			},
		}
	})
}

func fromCase(c *cases.Case) applicant {
	return applicant{
		firm: c.Applicant == "enterprise", zone: c.Applicant == "zone",
		registered: c.RegisteredInCity, taxed: c.TaxedInCity, statistics: c.StatisticsInCity, legal: c.LegalPerson,
		ecommerce: c.EcommerceBusiness, logistics: c.LogisticsBusiness, violation: c.Violation, awarded: c.AlreadyAwarded,
		recognized: c.PlatformRecognized, facilities: c.ParkFacilities,
		kind:     uint8(slices.Index(cases.Kinds[:], c.PlatformKind)),
		turnover: c.Turnover, platformTurnover: c.PlatformTurnover, investment: c.PlatformInvestment,
		months: c.PlatformMonths, share: c.PlatformLocalShare,
		floor: c.ParkFloorArea, occupancy: c.ParkOccupancy, jobs: c.ParkJobs, parkTurnover: c.ParkTurnover,
		site: c.LogisticsSiteArea, logisticsTurnover: c.LogisticsTurnover, store: c.ColdStorageArea, coldCost: c.ColdInvestment,
	}
}
