// Package amount reads and writes exact quantities the way people write
// them: 1.2亿, 12000万元, 120,000,000元, 壹亿贰仟万元, 1万平方米, 30%, 满1年.
//
// [Parse] turns such words into the int64 that package calc reckons with, in
// the unit of the kind; [Format] and [FormatYuan] turn it back. No float and
// no rounding takes part: what cannot be held exactly is refused, with a
// sentence that says what to write instead.
//
// # What is read
//
//	digits        40, 4,000, 40(full-width), 0.5, 四十, 四〇, 肆拾, 两千, 一点二
//	scales        十 百 千 万 亿 万亿, each smaller than the one before: 1亿2000万
//	金额          元 角 分, 人民币 or ¥ before, 整 after
//	面积          平方米 ㎡ m² 平米, 公顷, 平方公里
//	百分比        % ‰ 百分之三十, 个百分点, 倍 (1.5倍 is 150%)
//	月数          月 个月 年 周年 半年, 1年6个月
//	日期          2015-11-30, 2015年11月30日; also with / or .
//	时间          as 月数: whole months between two dates
//	汇率          元, for one unit of a foreign currency; four decimals
//	数量          the word the thing is counted in; for 人 also 名 and 位
//
// Refused, since two readers would read them differently: 一万五 (15000 or
// 10005?), 1亿5, 12,34, and words that blur a figure (约, 近, 多, 左右).
//
// # What is written
//
// A whole multiple of 一万 is written with 亿 and 万 (40万元, 1亿2000万元,
// 25亿元, 1万平方米); every other value in plain digits to its last decimal
// (123456元, 199999999.99元). Nothing is ever rounded, and [Parse] reads back
// what [Format] wrote, but for a time that is not whole months (35个月又30天).
package amount

import (
	"fmt"
	"math/big"
	"strings"

	"mingce/calc"
)

// An Error says what is wrong with a quantity and what to write instead.
type Error struct {
	Text string // what is wrong
	Hint string // what to write
}

func (e *Error) Error() string { return e.Text + ";" + e.Hint }

// maxRunes is longer than any quantity people write.
const maxRunes = 64

// Parse reads text as a value of kind k, in the unit of the kind. unit is the
// word a Count is counted in, or the currency of Money that is not in 元;
// other kinds ignore it. A number without a unit is in 元, 平方米, %, 月 or the
// counted thing. The error is an [*Error].
func Parse(k calc.Kind, unit, text string) (int64, error) {
	return parse(k, unit, text, false)
}

// ParseWritten is Parse for a text that stands alone, as in a rules file: the
// unit must be written.
func ParseWritten(k calc.Kind, unit, text string) (int64, error) {
	return parse(k, unit, text, true)
}

func parse(k calc.Kind, unit, text string, written bool) (int64, error) {
	if k == calc.Date {
		return parseDate(text)
	}
	table, err := unitsOf(k, unit)
	if err != nil {
		return 0, err
	}
	r := reader{table: table, text: text, written: written}
	sum, err := r.quantity()
	if err != nil {
		return 0, err
	}
	return r.exact(sum, k.Scale())
}

// ParseFraction reads a part of a whole, such as 20%, 百分之二十, 三分之一 or
// 1/3, as a fraction in lowest terms.
func ParseFraction(text string) (num, den int64, err error) {
	folded := fold(text)
	var f *big.Rat
	if below, above, ok := cutFraction(folded); ok {
		f, err = quotient(text, above, below)
	} else {
		r := reader{table: fractions(), text: text, written: true}
		f, err = r.quantity()
	}
	if err != nil {
		return 0, 0, err
	}
	if !f.Num().IsInt64() || !f.Denom().IsInt64() {
		return 0, 0, &Error{fmt.Sprintf("“%s”的位数太多", text), "写成如20%或三分之一"}
	}
	return f.Num().Int64(), f.Denom().Int64(), nil
}

// cutFraction splits 三分之一 and 1/3 into what is divided by and what is
// divided. 百分之 is left to the unit table.
func cutFraction(folded string) (below, above string, ok bool) {
	if above, below, ok = strings.Cut(folded, "/"); ok {
		return below, above, true
	}
	below, above, ok = strings.Cut(folded, "分之")
	return below, above, ok && below != "百" && below != "千"
}

func quotient(text, above, below string) (*big.Rat, error) {
	bare := func(s string) (*big.Rat, error) {
		table := fractions()
		r := reader{table: unitTable{name: table.name, example: table.example, bare: rat(1, 1)}, text: s}
		return r.quantity()
	}
	num, err := bare(above)
	if err != nil {
		return nil, err
	}
	den, err := bare(below)
	if err != nil {
		return nil, err
	}
	if den.Sign() == 0 {
		return nil, &Error{fmt.Sprintf("“%s”的分母是0", text), "写成如20%或三分之一"}
	}
	return num.Quo(num, den), nil
}
