package cases

import "math/big"

// Oracle is the award of a case, clause by clause and in exact fractions of a
// yuan, the way the text is read aloud. It is slow on purpose.
func Oracle(c *Case) (award int64, pays int) {
	best, pays := new(big.Rat), -1
	for i, grant := range []func(*Case) *big.Rat{growth, platform, startup, assessment, logistics, cold} {
		if v := grant(c); v != nil && v.Cmp(best) > 0 {
			best, pays = v, i
		}
	}
	fen := new(big.Rat).Mul(best, big.NewRat(100, 1))
	return new(big.Int).Quo(fen.Num(), fen.Denom()).Int64(), pays
}

// number reads a number of written units.
func number(s string) *big.Rat {
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		panic("not a number: " + s)
	}
	return r
}

// written is a value of the case file in written units.
func written(v, scale int64) *big.Rat { return big.NewRat(v, scale) }

// reaches reports v ≥ bound, 以上.
func reaches(v *big.Rat, bound string) bool { return v.Cmp(number(bound)) >= 0 }

// row is one tier: the amount v 以上 pays.
type row struct{ from, pay string }

// tier is the last row that v reaches, nil below the first.
func tier(v *big.Rat, rows ...row) (pay *big.Rat) {
	for _, t := range rows {
		if reaches(v, t.from) {
			pay = number(t.pay)
		}
	}
	return pay
}

// part is rate of v, rounded down to 分, at most top.
func part(v *big.Rat, rate, top string) *big.Rat {
	fen := new(big.Rat).Mul(v, number(rate))
	fen.Mul(fen, number("100"))
	whole := new(big.Int).Quo(fen.Num(), fen.Denom())
	pay := new(big.Rat).SetFrac(whole, big.NewInt(100))
	if limit := number(top); pay.Cmp(limit) > 0 {
		return limit
	}
	return pay
}

// firm holds for enterprises: 三(一) scope, 三(三)3 veto and once only.
func firm(c *Case) bool {
	if c.Applicant != "enterprise" {
		return false
	}
	for _, must := range []bool{c.RegisteredInCity, c.TaxedInCity, c.StatisticsInCity, c.LegalPerson} {
		if !must {
			return false
		}
	}
	return !c.Violation && !c.AlreadyAwarded
}

// zone holds for 县(区)、高新区、经开区: once only, no veto.
func zone(c *Case) bool { return c.Applicant == "zone" && !c.AlreadyAwarded }

// 三(二)1
func growth(c *Case) *big.Rat {
	if !firm(c) || !c.EcommerceBusiness {
		return nil
	}
	return tier(written(c.Turnover, 100), row{"100000000", "400000"}, row{"200000000", "600000"}, row{"500000000", "1000000"})
}

// 三(二)2
func platform(c *Case) *big.Rat {
	ok := firm(c) && c.EcommerceBusiness && c.PlatformKind != "none" && c.PlatformRecognized &&
		reaches(written(c.PlatformMonths, 12), "1") &&
		reaches(written(c.PlatformTurnover, 100), "100000000") &&
		reaches(written(c.PlatformLocalShare, 100), "30")
	if !ok {
		return nil
	}
	return part(written(c.PlatformInvestment, 100), "0.2", "2000000")
}

// 三(二)3, first sentence
func startup(c *Case) *big.Rat {
	if !zone(c) || !reaches(written(c.ParkFloorArea, 100), "5000") {
		return nil
	}
	return number("1000000")
}

// 三(二)3, second sentence
func assessment(c *Case) *big.Rat {
	ok := zone(c) && c.ParkFacilities &&
		reaches(written(c.ParkFloorArea, 100), "10000") &&
		reaches(written(c.ParkOccupancy, 100), "70") &&
		reaches(written(c.ParkJobs, 1), "1000")
	if !ok {
		return nil
	}
	return tier(written(c.ParkTurnover, 100), row{"500000000", "1000000"}, row{"1000000000", "2000000"}, row{"2000000000", "3000000"})
}

// 三(二)4, first sentence
func logistics(c *Case) *big.Rat {
	if !firm(c) || !c.LogisticsBusiness || !reaches(written(c.LogisticsSiteArea, 100), "2000") {
		return nil
	}
	return tier(written(c.LogisticsTurnover, 100), row{"10000000", "200000"}, row{"20000000", "400000"},
		row{"50000000", "600000"}, row{"100000000", "1000000"})
}

// 三(二)4, second sentence
func cold(c *Case) *big.Rat {
	if !firm(c) || !c.LogisticsBusiness || !reaches(written(c.ColdStorageArea, 100), "1000") {
		return nil
	}
	return part(written(c.ColdInvestment, 100), "0.1", "1000000")
}
