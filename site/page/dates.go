package page

import (
	"fmt"
	"time"

	"mingce/calc"
	"mingce/site/toml"
)

// DateWords writes a date as documents do: 2015年11月30日; "" for none.
func DateWords(d toml.Date) string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%d年%d月%d日", d.Year, int(d.Month), d.Day)
}

// During says when a version of the rules applies: 自2015年11月30日起施行. It is
// empty where nothing is written.
func During(p calc.Period) string {
	from, until := isoWords(p.From), isoWords(p.Until)
	switch {
	case from != "" && until != "":
		return "自" + from + "起施行,至" + until + "止"
	case from != "":
		return "自" + from + "起施行"
	case until != "":
		return "施行至" + until
	}
	return ""
}

// isoWords writes 2015-11-30 as documents do.
func isoWords(iso string) string {
	d, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return ""
	}
	return fmt.Sprintf("%d年%d月%d日", d.Year(), int(d.Month()), d.Day())
}
