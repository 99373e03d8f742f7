package amount

import (
	"fmt"
	"math/big"

	"mingce/calc"
)

// A unitTable lists the units one kind of quantity is written in.
type unitTable struct {
	name     string // what is measured, for messages
	example  string // how to write it
	finest   string // what the last decimal is, for messages
	units    []unit // longer words before the words they begin with
	prefixes []prefix
	suffixes []string
	bare     *big.Rat // worth of a number without unit; nil if it needs one
}

// A unit is a word after a number and what it is worth.
type unit struct {
	word  string
	worth *big.Rat
}

// A prefix is a word before a number; worth is nil when it only decorates.
type prefix struct {
	word  string
	worth *big.Rat
}

func rat(num, den int64) *big.Rat { return big.NewRat(num, den) }

func yuan() unitTable {
	return unitTable{
		name: "金额", example: "40万元、1亿2000万元或199999999.99元", finest: "分",
		units:    []unit{{"元", rat(1, 1)}, {"角", rat(1, 10)}, {"分", rat(1, 100)}},
		prefixes: []prefix{{"人民币", nil}, {"¥", nil}},
		suffixes: []string{"整", "正"},
		bare:     rat(1, 1),
	}
}

// foreign is money of another currency, in hundredths like ours.
func foreign(currency string) unitTable {
	return unitTable{
		name: "金额", finest: "百分之一" + currency, bare: rat(1, 1),
		example: fmt.Sprintf("40万%[1]s、1亿2000万%[1]s或199999999.99%[1]s", currency),
		units:   []unit{{currency, rat(1, 1)}},
	}
}

func rates() unitTable {
	return unitTable{name: "汇率", example: "6.3893元", finest: "万分之一元", units: []unit{{"元", rat(1, 1)}}, bare: rat(1, 1)}
}

func spans() unitTable {
	t := months()
	t.name, t.example = "时间", "3年、36个月或1年6个月"
	for i, u := range t.units {
		t.units[i].worth = new(big.Rat).Mul(u.worth, rat(calc.MonthSpan(1), 1))
	}
	t.bare = nil
	return t
}

func squareMetres() unitTable {
	return unitTable{
		name: "面积", example: "5000平方米或1万平方米", finest: "百分之一平方米",
		units: []unit{
			{"平方公里", rat(1_000_000, 1)}, {"平方千米", rat(1_000_000, 1)}, {"公顷", rat(10_000, 1)},
			{"平方米", rat(1, 1)}, {"平米", rat(1, 1)}, {"m2", rat(1, 1)},
		},
		bare: rat(1, 1),
	}
}

func percents() unitTable {
	return unitTable{
		name: "百分比", example: "30%或30.25%", finest: "百分之一个百分点",
		units:    []unit{{"%", rat(1, 1)}, {"‰", rat(1, 10)}, {"个百分点", rat(1, 1)}, {"倍", rat(100, 1)}},
		prefixes: []prefix{{"百分之", rat(1, 1)}, {"千分之", rat(1, 10)}},
		bare:     rat(1, 1),
	}
}

func months() unitTable {
	return unitTable{
		name: "月数", example: "12个月、1年或1年6个月", finest: "整月",
		units: []unit{{"周年", rat(12, 1)}, {"年", rat(12, 1)}, {"个月", rat(1, 1)}, {"月", rat(1, 1)}},
		bare:  rat(1, 1),
	}
}

func fractions() unitTable {
	return unitTable{
		name: "比例", example: "20%或三分之一", finest: "万分之一",
		units:    []unit{{"%", rat(1, 100)}, {"‰", rat(1, 1000)}},
		prefixes: []prefix{{"百分之", rat(1, 100)}, {"千分之", rat(1, 1000)}},
	}
}

func unitsOf(k calc.Kind, counted string) (unitTable, error) {
	switch k {
	case calc.Money:
		if counted != "" {
			return foreign(counted), nil
		}
		return yuan(), nil
	case calc.Rate:
		return rates(), nil
	case calc.Span:
		return spans(), nil
	case calc.Area:
		return squareMetres(), nil
	case calc.Percent:
		return percents(), nil
	case calc.Months:
		return months(), nil
	case calc.Count:
		return counts(counted), nil
	}
	return unitTable{}, &Error{"这个问题不是用数回答的", "是否题写true或false,选择题写选项"}
}

func counts(counted string) unitTable {
	t := unitTable{
		name: "数量", example: fmt.Sprintf("1000%s或1万%s", counted, counted), finest: "整数",
		bare: rat(1, 1),
	}
	if counted != "" {
		t.units = append(t.units, unit{counted, rat(1, 1)})
	}
	if counted == "人" {
		t.units = append(t.units, unit{"名", rat(1, 1)}, unit{"位", rat(1, 1)})
	}
	return t
}
