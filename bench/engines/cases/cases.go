// Package cases is the common case file of the comparison: applicants of the
// policy qzf-2015-23, drawn from a seed, each with the award that the text
// gives, found by an oracle that shares no code with any engine compared.
//
// Every number is a whole number of the smallest unit: 分, hundredths of a
// square metre, hundredths of a percent, persons, months. The award is in 分;
// pays is the first benefit, in the order of the text, that comes to it.
package cases

import (
	"encoding/json"
	"math/rand/v2"
	"os"
)

// A Case is one applicant, with everything known that bears on an amount.
type Case struct {
	Applicant          string `json:"applicant" expr:"applicant"` // enterprise, zone, individual
	RegisteredInCity   bool   `json:"registered_in_city" expr:"registered_in_city"`
	TaxedInCity        bool   `json:"taxed_in_city" expr:"taxed_in_city"`
	StatisticsInCity   bool   `json:"statistics_in_city" expr:"statistics_in_city"`
	LegalPerson        bool   `json:"legal_person" expr:"legal_person"`
	EcommerceBusiness  bool   `json:"ecommerce_business" expr:"ecommerce_business"`
	LogisticsBusiness  bool   `json:"logistics_business" expr:"logistics_business"`
	Violation          bool   `json:"violation_within_3_years" expr:"violation_within_3_years"`
	AlreadyAwarded     bool   `json:"already_awarded" expr:"already_awarded"`
	Turnover           int64  `json:"turnover" expr:"turnover"`
	PlatformKind       string `json:"platform_kind" expr:"platform_kind"`
	PlatformMonths     int64  `json:"platform_months" expr:"platform_months"`
	PlatformTurnover   int64  `json:"platform_turnover" expr:"platform_turnover"`
	PlatformLocalShare int64  `json:"platform_local_share" expr:"platform_local_share"`
	PlatformRecognized bool   `json:"platform_recognized" expr:"platform_recognized"`
	PlatformInvestment int64  `json:"platform_investment" expr:"platform_investment"`
	ParkFloorArea      int64  `json:"park_floor_area" expr:"park_floor_area"`
	ParkOccupancy      int64  `json:"park_occupancy" expr:"park_occupancy"`
	ParkJobs           int64  `json:"park_jobs" expr:"park_jobs"`
	ParkFacilities     bool   `json:"park_facilities" expr:"park_facilities"`
	ParkTurnover       int64  `json:"park_turnover" expr:"park_turnover"`
	LogisticsSiteArea  int64  `json:"logistics_site_area" expr:"logistics_site_area"`
	LogisticsTurnover  int64  `json:"logistics_turnover" expr:"logistics_turnover"`
	ColdStorageArea    int64  `json:"cold_storage_area" expr:"cold_storage_area"`
	ColdInvestment     int64  `json:"cold_chain_investment" expr:"cold_chain_investment"`

	Award int64 `json:"award" expr:"-"` // what the text gives
	Pays  int   `json:"pays" expr:"-"`  // index into Benefits, −1 for none
}

// Benefits are the ids of the six benefits with an amount, in the order of
// the text.
var Benefits = [...]string{
	"enterprise-growth", "platform-construction", "park-startup", "park-assessment", "logistics-growth", "cold-chain",
}

// Kinds are the kinds of platform; the first is none.
var Kinds = [...]string{"none", "settlement_center", "national_hq", "regional_hq", "cross_border_platform", "self_built"}

// Read reads a case file.
func Read(file string) (list []Case, err error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	return list, json.Unmarshal(text, &list)
}

const (
	yuan = 100
	wan  = 10_000 * yuan
	yi   = 10_000 * wan
)

// Generate draws n cases. About half of all numbers lie at a bound of the
// text or right beside it.
func Generate(seed uint64, n int) []Case {
	d := draw{rand.New(rand.NewPCG(seed, 23))}
	list := make([]Case, n)
	for i := range list {
		c := &list[i]
		*c = Case{
			Applicant:          []string{"enterprise", "zone", "individual"}[d.pick(12, 7, 1)],
			RegisteredInCity:   d.yes(95),
			TaxedInCity:        d.yes(95),
			StatisticsInCity:   d.yes(95),
			LegalPerson:        d.yes(95),
			EcommerceBusiness:  d.yes(70),
			LogisticsBusiness:  d.yes(60),
			Violation:          d.yes(5),
			AlreadyAwarded:     d.yes(5),
			Turnover:           d.money(1*yi, 2*yi, 5*yi),
			PlatformKind:       Kinds[d.pick(3, 1, 1, 1, 1, 3)],
			PlatformMonths:     d.number(1, 1200, 12),
			PlatformTurnover:   d.money(1 * yi),
			PlatformLocalShare: d.number(1, 10_000, 3_000),
			PlatformRecognized: d.yes(85),
			PlatformInvestment: d.money(1_000*wan, 500*wan, 200*wan),
			ParkFloorArea:      d.number(100, 100_000_000_000, 500_000, 1_000_000),
			ParkOccupancy:      d.number(1, 10_000, 7_000),
			ParkJobs:           d.number(1, 100_000_000, 1_000),
			ParkFacilities:     d.yes(85),
			ParkTurnover:       d.money(5*yi, 10*yi, 20*yi),
			LogisticsSiteArea:  d.number(100, 100_000_000_000, 200_000),
			LogisticsTurnover:  d.money(1_000*wan, 2_000*wan, 5_000*wan, 1*yi),
			ColdStorageArea:    d.number(100, 100_000_000_000, 100_000),
			ColdInvestment:     d.money(1_000*wan, 400*wan, 200*wan),
		}
		c.Award, c.Pays = Oracle(c)
	}
	return list
}

type draw struct{ r *rand.Rand }

func (d draw) yes(percent int) bool { return d.r.IntN(100) < percent }

// pick draws an index by weight.
func (d draw) pick(weights ...int) int {
	sum := 0
	for _, w := range weights {
		sum += w
	}
	n := d.r.IntN(sum)
	for i, w := range weights {
		if n -= w; n < 0 {
			return i
		}
	}
	return 0 // unreachable: n is below the sum
}

// money draws an amount: half of the time at a bound, or one 分 or one yuan
// beside it.
func (d draw) money(bounds ...int64) int64 { return d.number(yuan, 1_000_000_000_000_000, bounds...) }

// number draws a number from 0 to top; one written unit is unit.
func (d draw) number(unit, top int64, bounds ...int64) int64 {
	switch n := d.r.IntN(100); {
	case n < 50:
		beside := []int64{-unit, -1, 0, 0, 1, unit}
		return min(top, bounds[d.r.IntN(len(bounds))]+beside[d.r.IntN(len(beside))])
	case n < 97:
		return d.r.Int64N(min(top, 3*bounds[len(bounds)-1]) + 1)
	}
	return d.r.Int64N(top + 1) // now and then something far away
}
