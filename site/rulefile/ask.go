package rulefile

import (
	"errors"
	"slices"
	"strings"

	"mingce/calc"
	"mingce/site/amount"
	"mingce/site/toml"
)

// answers are the words of the key answer, in the order of calc's kinds.
func answers() []string {
	return []string{"是否", "选项", "金额", "面积", "百分比", "数量", "月数", "日期", "汇率"}
}

// kindWord is how a sentence speaks of a kind.
func kindWord(k calc.Kind) string {
	if k == calc.Span {
		return "时间"
	}
	return answers()[k]
}

func (l *loader) reading(f *toml.Field[reading]) {
	r := calc.Reading{
		ID: l.id(f.Key), Text: l.words(f.Value.Text), Basis: l.words(f.Value.Basis), Settled: f.Value.Settled,
		Cite: l.mention(f.Value.citation),
	}
	for _, a := range f.Value.Alternatives {
		r.Alternatives = append(r.Alternatives, calc.Option{ID: l.id(a.Key), Text: l.words(a.Value)})
	}
	if r.Settled && len(r.Alternatives) > 0 {
		l.add(f.Value.Alternatives[0].Key.Pos, "删去 alternatives,或写 settled = false", "已有定论的口径不能有另一种读法")
	}
	l.rb.Readings = append(l.rb.Readings, r)
}

func (l *loader) input(f *toml.Field[input]) {
	src := &f.Value
	in := calc.Input{
		ID: l.id(f.Key), Question: l.words(src.Question), Help: l.words(src.Help), Short: l.words(src.Short),
		Unit: l.words(src.Unit), Group: l.words(src.Group), By: l.words(src.By),
		Cite: l.mention(src.citation), Readings: l.restsOn(src.RestsOn),
	}
	kind := slices.Index(answers(), src.Answer.Value)
	if src.Answer.Set && kind < 0 {
		l.unknown(src.Answer, "答法", answers())
		l.odd[in.ID] = true
	}
	in.Kind = calc.Kind(max(kind, 0))
	if kind >= 0 {
		l.domain(&in, src)
	}
	l.rb.Inputs = append(l.rb.Inputs, in)
}

// domain reads what may be answered: options of a choice, the range of a
// number.
func (l *loader) domain(in *calc.Input, src *input) {
	for _, o := range src.Options {
		in.Options = append(in.Options, calc.Option{ID: l.id(o.Key), Text: l.words(o.Value)})
	}
	switch in.Kind {
	case calc.Bool:
		in.Max = 1
	case calc.Choice:
		in.Max = int64(len(in.Options) - 1)
		if n := len(in.Options); n < 2 || n > 64 {
			l.add(src.Answer.Pos, "写成 options = { enterprise = \"企业\", individual = \"个人\" }", "选择题要有2到64个选项,这里有%d个", n)
		}
	}
	if in.Kind != calc.Choice && len(src.Options) > 0 {
		l.add(src.Options[0].Key.Pos, "删去 options,或写 answer = \"选项\"", "%s题没有选项", src.Answer.Value)
	}
	if in.Kind != calc.Count && in.Kind != calc.Money && src.Unit.Set {
		l.add(src.Unit.Pos, "删去 unit,或写 answer = \"数量\"", "%s题不另写单位", src.Answer.Value)
	}
	if in.Kind == calc.Money && strings.HasSuffix("人民币元", in.Unit) && src.Unit.Set {
		l.add(src.Unit.Pos, "删去 unit;外币写它的名称,如 unit = \"美元\"", "金额本来以元计")
	}
	if in.Kind == calc.Count && !src.Unit.Set {
		l.add(src.Answer.Pos, "加一行,如 unit = \"人\"", "数量题没有写单位")
		return
	}
	l.span(in, src)
}

func (l *loader) span(in *calc.Input, src *input) {
	if !in.Kind.Numeric() {
		for _, s := range []toml.Any{src.Min, src.Max} {
			if s.Kind != toml.None {
				l.add(s.Pos, "删去这一行", "%s题没有范围", src.Answer.Value)
			}
		}
		return
	}
	if src.Min.Kind == toml.None || src.Max.Kind == toml.None {
		l.add(src.Answer.Pos, "加上 min 和 max,如 min = \"0元\"、max = \"10万亿元\"", "没有写答案的范围")
		return
	}
	least, ok1 := l.quantity(in, l.scalar("min", src.Min))
	most, ok2 := l.quantity(in, l.scalar("max", src.Max))
	if !ok1 || !ok2 {
		in.Max, l.odd[in.ID] = calc.MaxValue, true
		return
	}
	in.Min, in.Max = least, most
	switch {
	case least < 0:
		l.add(src.Min.Pos, "从0或更大的数开始", "范围不能从负数开始")
	case most > calc.MaxValue:
		l.add(src.Max.Pos, "最大可以写"+amount.Format(in.Kind, in.Unit, calc.MaxValue), "范围的上限太大")
	case least >= most:
		l.add(src.Max.Pos, "max 应当大于 min", "范围是空的")
	}
}

// quantity reads a value in the text's own words.
func (l *loader) quantity(in *calc.Input, s toml.At[string]) (int64, bool) {
	if !s.Set {
		return 0, false
	}
	v, err := amount.ParseWritten(in.Kind, in.Unit, s.Value)
	return v, l.read(s, err)
}

// read reports what could not be read.
func (l *loader) read(s toml.At[string], err error) bool {
	var said *amount.Error
	if errors.As(err, &said) {
		l.add(s.Pos, said.Hint, "%s", said.Text)
	}
	return err == nil
}

// money reads an amount that is granted: above 0, at most 10万亿元.
func (l *loader) money(s toml.At[string]) (int64, bool) {
	if !s.Set {
		return 0, false
	}
	fen, err := amount.ParseWritten(calc.Money, "", s.Value)
	if !l.read(s, err) {
		return 0, false
	}
	if fen <= 0 || fen > calc.MaxValue {
		l.add(s.Pos, "写0元以上、10万亿元以下的金额", "“%s”不能是奖补的金额", s.Value)
		return 0, false
	}
	return fen, true
}
