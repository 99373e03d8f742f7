package wording

import (
	"fmt"
	"math/big"
	"strings"

	"mingce/calc"
	"mingce/site/explain/phrase"
)

// A Piece is what is said of an amount whose measure lies in one stretch:
// from From up to the next piece. The holes of Words are {0} the measure as
// Told, {1} what the piece comes to, {2} that with what is rounded off, {3}
// the number of full steps, {4} what exceeds Origin.
type Piece struct {
	From  int64
	Words Sentence
	Cite  calc.Citation
	// Pay is what is paid, in 分; where Moves is set instead, it is worked out.
	Pay int64
	Moves
}

// Moves is how the amount of a piece follows from the value of its measure:
// Base, plus Num/Den for every full Every above Origin. Den is 0 where nothing
// is worked out.
type Moves struct {
	Base, Origin, Every, Num, Den int64
	BaseDen                       int64 // Base is a fraction, in bands
	Paid                          bool  // what it comes to is what is paid
}

// First is the From of a piece that begins below every value.
const First = -calc.NoLimit

// Verb is how a benefit calls what it pays.
func Verb(b *calc.Benefit) string {
	for _, word := range []string{"补助", "补贴"} {
		if strings.Contains(b.Gives, word) {
			return word
		}
	}
	return "奖励"
}

// Pieces lists, ascending, what can be said of an amount that has no parts.
func Pieces(book *phrase.Book, b *calc.Benefit, a *calc.Amount) []Piece {
	m := book.Measure(a.Input)
	switch {
	case a.Fixed > 0:
		return []Piece{{From: First, Words: Sentence(Verb(b) + phrase.Yuan(a.Fixed)), Cite: a.Cite, Pay: a.Fixed}}
	case a.Share != nil:
		return share(Verb(b), a.Share)
	case a.Step != nil:
		return steps(Verb(b), m, a.Step)
	case len(a.Bands) > 0:
		return bands(book, a.Bands)
	case len(a.Options) > 0:
		return options(Verb(b), m, a)
	}
	return tiers(book, Verb(b), a)
}

func tiers(book *phrase.Book, verb string, a *calc.Amount) []Piece {
	m := book.Measure(a.Input)
	first, last := a.Tiers[0], a.Tiers[len(a.Tiers)-1]
	low := Sentence("{0}," + Beyond(m, calc.Bound{Side: calc.AtLeast, At: first.From}) + ",够不上最低一档")
	list := []Piece{{From: First, Words: low, Cite: first.Cite}}
	for _, t := range a.Tiers {
		words := Sentence("{0},在" + book.Tier(a.Input, t) + "一档," + verb + phrase.Yuan(t.Pay))
		list = append(list, Piece{From: t.From, Words: words, Cite: t.Cite, Pay: t.Pay})
	}
	if last.Under != calc.NoLimit {
		words := Sentence("{0}," + Beyond(m, calc.Bound{Side: calc.Under, At: last.Under}) + ",超出最高一档")
		list = append(list, Piece{From: last.Under, Words: words, Cite: last.Cite})
	}
	return list
}

func options(verb string, m phrase.Measure, a *calc.Amount) (list []Piece) {
	for i, o := range m.Options {
		p := Piece{From: int64(i), Words: Sentence("{0},不在" + verb + "之列"), Cite: a.Cite}
		for _, pays := range a.Options {
			if pays.Option == o.ID {
				p.Words, p.Cite, p.Pay = Sentence("{0},"+verb+phrase.Yuan(pays.Pay)), pays.Cite, pays.Pay
			}
		}
		list = append(list, p)
	}
	return list
}

// share says a fraction of an amount, with its floor and its cap.
func share(verb string, s *calc.Share) []Piece {
	what, none := "{0}", Piece{From: First, Words: Sentence("{0},没有" + verb), Cite: s.Cite}
	if s.Above > 0 {
		above := phrase.Yuan(s.Above)
		none.Words, none.Cite = Sentence("{0},没有超过"+above+",没有"+verb), s.AboveCite
		what += ",超过" + above + "的部分{4}"
	}
	rate, moves := phrase.Rate(s.Num, s.Den), Moves{Origin: s.Above, Every: 1, Num: s.Num, Den: s.Den}
	list := []Piece{none}
	// add adds a piece from the least value that comes to pay.
	add := func(from int64, words string, cite calc.Citation, pay int64) {
		moves.Paid = pay == 0
		list = append(list, Piece{From: from, Words: Sentence(what + words), Cite: cite, Pay: pay, Moves: moves})
	}
	begin, full, past := s.Above+1, calc.NoLimit, calc.NoLimit
	if s.Cap < calc.MaxValue {
		full, past = s.Above+reach(s.Cap, s), s.Above+reach(s.Cap+1, s)
	}
	if floor := s.Above + reach(s.Floor, s); s.Floor > 0 && floor > begin {
		add(begin, ","+rate+"为{1},低于最低限额,按"+phrase.Yuan(s.Floor)+"计", s.FloorCite, s.Floor)
		begin = floor
	}
	if begin < full {
		add(begin, "的"+rate+"{2}", s.Cite, 0)
	}
	if begin = max(begin, full); begin < past {
		add(begin, "的"+rate+"{2},正好是最高限额", s.Cite, 0)
	}
	if past < calc.NoLimit {
		add(past, ","+Limited.With(rate, "{1}", phrase.Yuan(s.Cap)), s.CapCite, s.Cap)
	}
	return list
}

// reach is how much of its measure a share needs to come to pay.
func reach(pay int64, s *calc.Share) int64 {
	v := new(big.Int).Mul(big.NewInt(pay), big.NewInt(s.Den))
	return ceil(new(big.Rat).SetFrac(v, big.NewInt(s.Num)))
}

func ceil(r *big.Rat) int64 { return -Floor(new(big.Rat).Neg(r)).Int64() }

// Floor is the greatest whole number that is not above r.
func Floor(r *big.Rat) *big.Int { return new(big.Int).Div(r.Num(), r.Denom()) }

// steps says so much for every full so much.
func steps(verb string, m phrase.Measure, st *calc.Step) []Piece {
	every, moves := m.Say(st.Every), Moves{Every: st.Every, Num: st.Pay, Den: 1}
	words := "{0},每满" + every + verb + phrase.Yuan(st.Pay) + ",共满{3}个" + every
	none := Piece{From: First, Words: Sentence("{0},不满" + every + ",没有" + verb), Cite: st.Cite}
	paid := moves
	paid.Paid = true
	list := []Piece{none, {From: st.Every, Words: Sentence(words) + ThatIsOne, Cite: st.Cite, Moves: paid}}
	if full := st.Cap / st.Pay; st.Cap < calc.MaxValue && full < calc.NoLimit/st.Every-1 {
		if from := (full + 1) * st.Every; from <= st.Every {
			list = list[:1]
		}
		past := Piece{From: (full + 1) * st.Every, Words: Sentence(words + Capped.With(phrase.Yuan(st.Cap))), Cite: st.CapCite, Pay: st.Cap, Moves: moves}
		list = append(list, past)
	}
	return list
}

// ThatIsOne says what a piece comes to.
const ThatIsOne Sentence = ",即{1}"

// bands says what each stretch of an amount adds; 分 are rounded once, at the
// end.
func bands(book *phrase.Book, from []calc.Band) []Piece {
	none := Piece{From: First, Words: Sentence("{0},没有超过" + phrase.Yuan(from[0].From)), Cite: from[0].Cite}
	list, before, base := []Piece{none}, "{0}分段计算:", new(big.Rat)
	for i, band := range from {
		words := book.Band(from, i) + "按" + phrase.Rate(band.Num, band.Den)
		list = append(list, Piece{
			From: band.From + 1, Words: Sentence(before + words + "{2};合计{1}"), Cite: band.Cite,
			Moves: Moves{Base: base.Num().Int64(), BaseDen: base.Denom().Int64(), Origin: band.From, Every: 1, Num: band.Num, Den: band.Den, Paid: true},
		})
		if i+1 < len(from) {
			part := new(big.Rat).Mul(big.NewRat(from[i+1].From-band.From, 1), big.NewRat(band.Num, band.Den))
			base.Add(base, part)
			before += words + Round(part) + ";"
		}
	}
	return list
}

// Round says an amount of 分, and what is left out below them:
// ,即100万元 or 为24.694元,分以下舍去,即24.69元.
func Round(exact *big.Rat) string {
	pay := phrase.Yuan(Floor(exact).Int64())
	if exact.IsInt() {
		return ThatIs.With(pay)
	}
	yuan := new(big.Rat).Quo(exact, big.NewRat(calc.Money.Scale(), 1))
	if digits, finite := yuan.FloatPrec(); finite && digits <= 6 {
		return Rounded.With(yuan.FloatString(digits), pay)
	}
	return Dropped.With(pay)
}

// Instalment says the part of an amount that is paid in one year.
func Instalment(i calc.Instalment) string {
	return fmt.Sprintf("第%d年%s", i.Year, phrase.Quantity(calc.Percent, "", i.Percent))
}
