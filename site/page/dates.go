package page

import (
	"fmt"

	"mingce/site/toml"
)

// DateWords writes a date as documents do: 2015年11月30日; "" for none.
func DateWords(d toml.Date) string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%d年%d月%d日", d.Year, int(d.Month), d.Day)
}
