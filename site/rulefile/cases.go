package rulefile

import (
	"fmt"
	"slices"

	"mingce/calc"
	"mingce/site/amount"
	"mingce/site/problem"
	"mingce/site/toml"
)

// A Case is one worked case: a situation and the award the text gives.
type Case struct {
	Name      string
	Why       string // one sentence from the text's point of view
	Pos       problem.Pos
	Situation calc.Situation
	Min, Max  int64   // 分; equal when the award is certain
	Pays      []int   // benefits that pay the certain award, in order; nil if not stated
	States    []State // stated statuses of single benefits
	Asks      []int   // inputs still to be asked, in order; nil if not stated
	RestsOn   []int   // all readings the answer rests on, in the rulebook's order; nil if not stated

	Instalments []Spread // how single benefits are paid over the years
}

// A Spread is what a case states of one benefit's instalments: all of them.
type Spread struct {
	Benefit int
	Years   []YearPay
}

// A YearPay is 分 paid in a year, 1 being the first.
type YearPay struct {
	Year int
	Pay  int64
}

// A State is what a case states of one benefit.
type State struct {
	Benefit int
	Status  calc.Status
}

type caseFile struct {
	Profiles toml.Map[toml.Map[toml.Any]] `toml:"profile"`
	Cases    []caseSource                 `toml:"case"`
}

type caseSource struct {
	Pos      problem.Pos                `toml:"-pos"`
	Name     toml.At[string]            `toml:"name,required"`
	Why      toml.At[string]            `toml:"why,required"`
	From     toml.At[string]            `toml:"from"`
	Given    toml.Map[toml.Any]         `toml:"given"`
	Readings toml.Map[toml.At[string]]  `toml:"readings"`
	Award    toml.At[string]            `toml:"award"`
	Min      toml.At[string]            `toml:"min"`
	Max      toml.At[string]            `toml:"max"`
	Pays     toml.At[[]toml.At[string]] `toml:"pays"`
	Asks     toml.At[[]toml.At[string]] `toml:"asks"`
	Status   toml.Map[toml.At[string]]  `toml:"status"`
	RestsOn  toml.At[[]toml.At[string]] `toml:"rests_on"`

	Instalments toml.Map[toml.At[[]yearSource]] `toml:"instalments"`
}

type yearSource struct {
	Year toml.At[int64]  `toml:"year,required"`
	Pay  toml.At[string] `toml:"pay,required"`
}

// LoadCases reads a cases file against the rulebook it is about. It returns
// every case that could be read, and every problem found.
func LoadCases(file string, src []byte, rb *calc.Rulebook) ([]Case, problem.List) {
	var written caseFile
	c := &caseLoader{loader: loader{rb: rb, used: map[string]bool{}}}
	c.problems = toml.Decode(file, src, &written)
	c.profiles = written.Profiles
	for _, p := range written.Profiles {
		c.situation(p.Value, c.nothing())
	}
	var cases []Case
	names := map[string]bool{}
	for i := range written.Cases {
		s := &written.Cases[i]
		if s.Name.Set && names[s.Name.Value] {
			c.add(s.Name.Pos, "每个名称只用一次", "已经有一个“%s”", s.Name.Value)
		}
		names[s.Name.Value] = true
		cases = append(cases, c.one(s))
	}
	for _, p := range written.Profiles {
		if !c.used["profile "+p.Key.Value] {
			c.add(p.Key.Pos, "用 from 引用它,或者删去", "没有案例从 %s 出发", p.Key.Value)
		}
	}
	c.problems.Sort()
	return cases, c.problems
}

// A caseLoader reads cases with the means of the loader.
type caseLoader struct {
	loader
	profiles toml.Map[toml.Map[toml.Any]]
}

func (c *caseLoader) nothing() calc.Situation {
	s := make(calc.Situation, len(c.rb.Inputs)+len(c.rb.Readings))
	for i := range c.rb.Inputs {
		s[i] = calc.Unknown
	}
	return s
}

func (c *caseLoader) one(s *caseSource) Case {
	situation := c.nothing()
	if s.From.Set {
		if p := find(&c.loader, s.From, c.profiles, "出发情况", func(f *toml.Field[toml.Map[toml.Any]]) string { return f.Key.Value }); p != nil {
			c.used["profile "+s.From.Value] = true
			quiet := caseLoader{loader: loader{rb: c.rb, used: c.used}} // its problems are already said
			quiet.situation(p.Value, situation)
		}
	}
	c.situation(s.Given, situation)
	c.readings(s.Readings, situation)
	k := Case{Name: c.words(s.Name), Why: c.words(s.Why), Pos: s.Pos, Situation: situation}
	k.Min, k.Max = c.award(s)
	k.Pays = indexes(c, s.Pays, "项目", c.rb.Benefits, func(b *calc.Benefit) string { return b.ID })
	k.Asks = indexes(c, s.Asks, "问题", c.rb.Inputs, func(in *calc.Input) string { return in.ID })
	if k.Min == k.Max && s.Pays.Set != (k.Min > 0) && (s.Award.Set || s.Min.Set) {
		c.add(s.Pos, "有奖补写 pays = [ … ],没有奖补不写", "奖补是%s,pays 写得不对", amount.FormatYuan(k.Min))
	}
	for _, f := range s.Status {
		i := c.index(f.Key, "项目", c.benefitIDs())
		status, ok := statusOf(f.Value.Value)
		if !ok {
			c.unknownWord(f.Value)
		}
		k.States = append(k.States, State{i, status})
	}
	k.RestsOn = indexes(c, s.RestsOn, "解释口径", c.rb.Readings, func(r *calc.Reading) string { return r.ID })
	slices.Sort(k.RestsOn)
	for _, f := range s.Instalments {
		k.Instalments = append(k.Instalments, c.spread(f))
	}
	return k
}

// spread reads how a benefit is paid over the years.
func (c *caseLoader) spread(f toml.Field[toml.At[[]yearSource]]) Spread {
	s := Spread{Benefit: c.index(f.Key, "项目", c.benefitIDs())}
	if b := c.rb.Benefits[s.Benefit]; b.ID == f.Key.Value && (b.Amount == nil || len(b.Amount.Instalments) == 0) {
		c.add(f.Key.Pos, "删去这一行;或者在规则里写 instalments", "%s 不分年拨付", b.ID)
	}
	for _, y := range f.Value.Value {
		s.Years = append(s.Years, YearPay{int(y.Year.Value), c.fen(y.Pay)})
	}
	return s
}

func (c *caseLoader) unknownWord(at toml.At[string]) {
	c.loader.unknown(at, "结论", []string{"eligible", "ineligible", "undetermined"})
}

func statusOf(word string) (calc.Status, bool) {
	for s := calc.Undetermined; s <= calc.Ineligible; s++ {
		if s.String() == word {
			return s, true
		}
	}
	return 0, false
}

func (c *caseLoader) benefitIDs() []string {
	var ids []string
	for i := range c.rb.Benefits {
		ids = append(ids, c.rb.Benefits[i].ID)
	}
	return ids
}

// index is the place of an id in a list, or 0 with a problem.
func (c *caseLoader) index(id toml.At[string], what string, ids []string) int {
	if i := slices.Index(ids, id.Value); i >= 0 {
		return i
	}
	c.loader.unknown(id, what, ids)
	return 0
}

func indexes[T any](c *caseLoader, ids toml.At[[]toml.At[string]], what string, list []T, name func(*T) string) []int {
	if !ids.Set {
		return nil
	}
	names := make([]string, len(list))
	for i := range list {
		names[i] = name(&list[i])
	}
	found := []int{}
	for _, id := range ids.Value {
		found = append(found, c.index(id, what, names))
	}
	return found
}

// award reads what the text gives: award, or min and max.
func (c *caseLoader) award(s *caseSource) (least, most int64) {
	if s.Award.Set == (s.Min.Set || s.Max.Set) || s.Min.Set != s.Max.Set {
		c.add(s.Pos, "确定的写 award = \"40万元\",未定的写 min 和 max", "没有写奖补是多少,或写了两遍")
		return 0, 0
	}
	if s.Award.Set {
		v := c.fen(s.Award)
		return v, v
	}
	least, most = c.fen(s.Min), c.fen(s.Max)
	if least >= most {
		c.add(s.Max.Pos, "max 应当大于 min;相等就写 award", "没有写出范围")
	}
	return least, most
}

// fen reads an award, which unlike a rule's amount may be 0.
func (c *caseLoader) fen(s toml.At[string]) int64 {
	v, err := amount.ParseWritten(calc.Money, "", s.Value)
	if c.read(s, err) && v < 0 {
		c.add(s.Pos, "写0元或更多", "奖补不能是负数")
	}
	return v
}

// situation puts the answers given into s.
func (c *caseLoader) situation(given toml.Map[toml.Any], s calc.Situation) {
	for _, f := range given {
		i := slices.IndexFunc(c.rb.Inputs, func(in calc.Input) bool { return in.ID == f.Key.Value })
		if i < 0 {
			var ids []string
			for j := range c.rb.Inputs {
				ids = append(ids, c.rb.Inputs[j].ID)
			}
			c.loader.unknown(f.Key, "问题", ids)
			continue
		}
		s[i] = c.answer(&c.rb.Inputs[i], f.Value)
	}
}

// answer reads one answer; 未知 takes back what the profile gives.
func (c *caseLoader) answer(in *calc.Input, a toml.Any) calc.Value {
	if a.Kind == toml.String && a.Text == "未知" {
		return calc.Unknown
	}
	if !in.Kind.Numeric() {
		if v := c.value(in, a); len(v) == 1 {
			return v[0]
		}
		return calc.Unknown
	}
	if a.Kind != toml.String && a.Kind != toml.Day {
		c.add(a.Pos, fmt.Sprintf("带上单位,放在引号里,如 %s = \"%s\"", in.ID, amount.Format(in.Kind, in.Unit, in.Max)), "%s 要用文字写", in.ID)
		return calc.Unknown
	}
	written := c.scalar(in.ID, a)
	v, ok := c.quantity(in, written)
	if ok && (v < in.Min || v > in.Max) {
		c.add(a.Pos, rangeOf(in), "“%s”不在 %s 的范围内", written.Value, in.ID)
	}
	return v
}

func (c *caseLoader) readings(taken toml.Map[toml.At[string]], s calc.Situation) {
	for _, f := range taken {
		r := find(&c.loader, f.Key, c.rb.Readings, "解释口径", func(r *calc.Reading) string { return r.ID })
		if r == nil {
			continue
		}
		if find(&c.loader, f.Value, r.Alternatives, "读法", func(o *calc.Option) string { return o.ID }) == nil {
			continue
		}
		i := slices.IndexFunc(c.rb.Readings, func(x calc.Reading) bool { return x.ID == r.ID })
		j := slices.IndexFunc(r.Alternatives, func(o calc.Option) bool { return o.ID == f.Value.Value })
		s[len(c.rb.Inputs)+i] = int64(j + 1)
	}
}
