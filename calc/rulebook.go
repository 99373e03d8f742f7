package calc

// A Rulebook is everything computable in one policy. It is plain data: the
// loader fills it from a rules file, tests build it by hand.
type Rulebook struct {
	ID          string      // the policy's folder and address, such as "qzf-2015-23"
	Inputs      []Input     // in the order of the sheet
	Derived     []Derived   // quantities worked out from two inputs
	Readings    []Reading   // in the policy's order
	Conditions  []Condition // shared ones and those of single benefits alike
	Benefits    []Benefit   // in the policy's order
	Combination Combination
	Always      []string // ids of the readings that every answer rests on
	InForce     Period   // of this version of the rules; open where nothing changes
	NotCoded    []NotCoded
}

// A Period is from its first day until its last, as 2015-11-30; "" where it
// is open.
type Period struct{ From, Until string }

// NotCoded is words of a cited clause that no rule computes, and why.
type NotCoded struct {
	Cite   Citation
	Reason string
}

// A Citation is a place in the policy's text that a rule stands on.
type Citation struct {
	Clause string // clause id, such as "c3-2-1"
	Quote  string // the words, verbatim; they occur in that clause exactly once
}

// A Kind says what an input measures, and with it the unit of its value.
type Kind uint8

const (
	Bool    Kind = iota // 是/否: 1 or 0
	Choice              // one of Options, by index
	Money               // 元, in 分
	Area                // 平方米, in hundredths
	Percent             // %, in hundredths
	Count               // whole things: persons, firms
	Months              // whole months
	Date                // a day, as Day gives it
	Rate                // 元 for one unit of a foreign currency, in ten-thousandths
	Span                // time between two dates, as differences of Day
)

// Scale is the number of value units in one written unit: 100 for kinds
// written with two decimals, 1 for those that are whole.
func (k Kind) Scale() int64 {
	switch k {
	case Money, Area, Percent:
		return 100
	case Rate:
		return 10_000
	}
	return 1
}

// Day is the value of a date: its month, counted from the year 0, times 31,
// plus its day less one. Adding a month is adding 31 in every month, so that
// a period in months or years is a plain difference: 三年内 is less than 36·31.
func Day(year, month, day int) int64 { return int64(year*12+month-1)*31 + int64(day-1) }

// MonthSpan is n months as a Span.
func MonthSpan(n int64) int64 { return n * 31 }

// Numeric reports whether the kind is measured rather than chosen.
func (k Kind) Numeric() bool { return k >= Money }

// An Input is one thing the applicant is asked.
type Input struct {
	ID       string
	Kind     Kind
	Min, Max int64    // allowed values, inclusive, in the kind's unit
	Options  []Option // of a Choice, in order
	Question string   // as the sheet asks it
	Help     string   // what counts, in a sentence; may be empty
	Short    string   // the noun, for explanations: 年交易额
	Unit     string   // of a Count, as the text counts: 人
	Group    string   // heading of the sheet it stands under
	By       string   // the authority that decides it, empty if the applicant knows
	Cite     Citation // where the text speaks of it; may be empty
	Readings []string // ids of the readings the answer to it depends on
}

// A Derivation says how a derived quantity follows from its two inputs.
type Derivation uint8

const (
	Difference Derivation = iota // Of − By; of two dates a Span
	Ratio                        // Of ÷ By, a Percent
	Growth                       // (Of − By) ÷ By, a Percent
	Product                      // Of in a foreign currency × By, a Rate: Money
)

// A Derived is a quantity worked out from two inputs, which tests and amounts
// name like an input. By of a Ratio or Growth has a Min above 0: without a
// base there is no ratio.
type Derived struct {
	ID     string
	Short  string // the noun, for explanations: 年交易额增长率
	How    Derivation
	Of, By string // ids of inputs
	Cite   Citation
}

// An Option is one choice of an input of kind Choice.
type Option struct {
	ID   string
	Text string
}

// A Reading names something the text leaves open and how it is read here.
type Reading struct {
	ID           string
	Text         string // the reading taken
	Basis        string // why
	Settled      bool   // settled by law; else the authority's own reading prevails
	Cite         Citation
	Alternatives []Option // other readings that can be turned on
}

// A Side says on which side of a bound a value must lie, and whether the
// bound itself counts.
type Side uint8

const (
	AtLeast Side = iota // 以上, 满: the bound counts
	Over                // 超过: the bound does not count
	AtMost              // 以下, 不超过: the bound counts
	Under               // 不足, 不满: the bound does not count
)

// A Bound is a limit on a value, in the unit of the input it is held against.
type Bound struct {
	Side Side
	At   int64
}

// Holds reports whether v satisfies the bound.
func (b Bound) Holds(v int64) bool {
	switch b.Side {
	case AtLeast:
		return v >= b.At
	case Over:
		return v > b.At
	case AtMost:
		return v <= b.At
	}
	return v < b.At
}

// Probes returns the three values around the bound, −1, 0 and +1 units, at
// which a slip between 以上 and 超过 or 不足 and 以下 would show.
func (b Bound) Probes() [3]int64 { return [3]int64{b.At - 1, b.At, b.At + 1} }

// An Op is the kind of a Test.
type Op uint8

const (
	OpBound   Op = iota // Input satisfies Bound
	OpOneOf             // Input is one of Values
	OpReading           // the reading Reading is taken as Alternative
	OpAll               // every test in Of holds
	OpAny               // at least one test in Of holds
	OpNot               // the single test in Of does not hold
	OpAtLeast           // at least N tests in Of hold
)

// A Test is what decides a condition: a comparison, or tests combined.
type Test struct {
	Op          Op
	Input       string  // OpBound, OpOneOf: the id of an input or a derived quantity
	Bound       Bound   // OpBound
	Values      []int64 // OpOneOf: option indexes, or 0 and 1 of a Bool
	Reading     string  // OpReading: the reading's id
	Alternative string  // OpReading: one of its alternatives, "" for the reading taken
	N           int     // OpAtLeast
	Of          []Test  // OpAll, OpAny, OpNot, OpAtLeast
}

// A Condition is something that must hold for a benefit, said in words and
// cited. Several benefits may need the same condition.
type Condition struct {
	ID        string
	Words     string // what must hold, in plain Chinese
	Cite      Citation
	Test      Test
	By        string   // the authority that decides it; its openness then reads 待认定
	Principle string   // 一票否决, 只奖励一次: set when failing it is a principle at work
	Readings  []string // ids of the readings it rests on
}

// NoLimit is the upper end of a tier that has none.
const NoLimit int64 = 1<<63 - 1

// A Tier is one half-open cell of a tiered amount: From 以上, Under 不足.
type Tier struct {
	From  int64 // the least value, included, in the unit of the amount's input
	Under int64 // the first value above the tier, or NoLimit
	Pay   int64 // 分
	Cite  Citation
}

// A Share is a fraction Num/Den of a sum of money, or of its part above a
// threshold, rounded down to 分.
type Share struct {
	Num, Den  int64
	Above     int64 // 分: only what exceeds it counts; 0 for all
	Floor     int64 // 分, 不低于: the least paid once anything is; 0 if the text sets none
	Cap       int64 // 分, 最高不超过; NoLimit if the text sets none
	Cite      Citation
	AboveCite Citation
	FloorCite Citation
	CapCite   Citation
}

// A Step pays Pay for every full Every, 每满: what does not fill a step pays
// nothing.
type Step struct {
	Every   int64 // in the unit of the amount's input
	Pay     int64 // 分 a step
	Cap     int64 // 分; NoLimit if the text sets none
	Cite    Citation
	CapCite Citation
}

// A Band is one cell of a marginal amount: Num/Den of what lies between From
// and the next band's From.
type Band struct {
	From     int64 // in 分, included
	Num, Den int64
	Cite     Citation
}

// An OptionPay is what one option of a choice pays.
type OptionPay struct {
	Option string // its id
	Pay    int64  // 分
	Cite   Citation
}

// An Instalment is the part of an amount paid in one year.
type Instalment struct {
	Year    int   // 1 for the first
	Percent int64 // of the amount, in hundredths of a percent
	Cite    Citation
}

// An Amount says how much a benefit comes to. Exactly one of its forms is
// set.
type Amount struct {
	Fixed   int64       // 分, above 0
	Input   string      // what Tiers, Share, Step, Bands or Options measure: an input or a derived quantity
	Tiers   []Tier      // ascending, without gaps; below the first nothing is paid
	Share   *Share      //
	Step    *Step       //
	Bands   []Band      // ascending; below the first nothing is paid
	Options []OptionPay // options not named pay nothing
	Parts   []Amount    // added up, to at most Cap

	Cap         int64 // of Parts, in 分; NoLimit or 0 if the text sets none
	Cite        Citation
	CapCite     Citation
	Instalments []Instalment // how it is paid over the years; empty: at once
	Readings    []string     // ids of the readings the amount rests on
}

// A Benefit is one thing the policy grants.
type Benefit struct {
	ID     string
	Name   string
	Who    string   // to whom, in a phrase
	Gives  string   // what, in a phrase
	Cite   Citation // the words that grant it
	Needs  []string // ids of its conditions, in the order shown
	Amount *Amount  // nil: it carries no amount of its own
	// CaseByCase cites the words, such as 一事一议, by which each case is decided
	// by itself, so that no amount can be computed; nil for every other benefit.
	CaseByCase *Citation
	Readings   []string // ids of the readings its being granted rests on
}

// A Combination says how the amounts of several benefits become one award.
type Combination struct {
	Group     Group
	Variants  []Variant
	Principle string // 就高
	Cite      Citation
	Readings  []string // rested on once two of its members can pay
}

// A Variant is another way to combine, under an alternative reading.
type Variant struct {
	Reading, Alternative string
	Group                Group
}

// A Group combines benefits and smaller groups into one amount.
type Group struct {
	Sum     bool     // add the members up; else the highest counts
	Cap     int64    // 分; 0 for none
	Members []string // benefit ids
	Groups  []Group
}
