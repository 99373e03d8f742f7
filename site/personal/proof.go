package personal

import (
	"strings"
	"time"
)

// provinces are the first two digits of identity numbers (GB/T 2260).
const provinces = "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91"

// identity reports whether a number is an identity number.
func identity(d string) bool {
	if len(d) != 15 && len(d) != 18 || !strings.Contains(provinces, d[:2]) {
		return false
	}
	if len(d) == 15 {
		return !strings.ContainsAny(d, "Xx") && born("19"+d[6:12])
	}
	return born(d[6:14]) && checkMod11(d) && !(socialCredit(d) && d[0] == '9')
}

// born reports whether eight digits are a day on which somebody living, or
// not long dead, can have been born. It asks no clock: a site must be the same
// whenever it is built.
func born(day string) bool {
	t, err := time.Parse("20060102", day)
	return err == nil && t.Year() >= 1900 && t.Year() < 2100
}

// checkMod11 verifies the last character of 18 (ISO 7064 MOD 11-2).
func checkMod11(d string) bool {
	sum := 0
	for i := range 17 {
		if d[i] < '0' || d[i] > '9' {
			return false
		}
		sum = (sum + int(d[i]-'0')) * 2 % 11
	}
	want := (12 - sum) % 11
	return d[17] == "0123456789X"[want] || want == 10 && d[17] == 'x'
}

// creditAlphabet are the characters of a unified social credit code.
const creditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"

// socialCredit verifies a unified social credit code (GB 32100, MOD 31-3).
func socialCredit(d string) bool {
	if len(d) != 18 || !strings.Contains("1 2 3 4 5 6 7 8 9 A N Y", d[:1]) {
		return false
	}
	sum, weight := 0, 1
	for i := range 17 {
		v := strings.IndexByte(creditAlphabet, d[i])
		if v < 0 {
			return false
		}
		sum += v * weight
		weight = weight * 3 % 31
	}
	return d[17] == creditAlphabet[(31-sum%31)%31]
}

// card reports whether a number is that of a bank card.
func card(d string) bool {
	if len(d) < 16 || len(d) > 19 || strings.ContainsAny(d, "Xx") {
		return false
	}
	unionPay := strings.HasPrefix(d, "62")
	other := len(d) == 16 && (d[0] == '4' || d[0] == '5' && d[1] >= '1' && d[1] <= '5' || d[:2] == "35")
	return (unionPay || other) && luhn(d)
}

// luhn verifies the last digit (ISO/IEC 7812).
func luhn(d string) bool {
	sum := 0
	for i := range d {
		v := int(d[len(d)-1-i] - '0')
		if i%2 == 1 {
			if v *= 2; v > 9 {
				v -= 9
			}
		}
		sum += v
	}
	return sum%10 == 0
}
