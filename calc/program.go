package calc

// A Value is what is known of one input, in the unit of its kind.
type Value = int64

// Unknown is the value of an input that was not given. It lies outside every
// input's range.
const Unknown Value = -1 << 63

// A Situation is what is known of one applicant: one value per input, then
// one per reading — 0 for the reading taken, k for its k-th alternative.
type Situation []Value

// A Program is a rulebook made ready to run: names resolved to indexes, tests
// flattened, thresholds turned into cells. It is immutable and safe for
// concurrent use. Package wasm writes the same program as a WebAssembly
// module.
type Program struct {
	Rulebook   *Rulebook
	Slots      []Slot        // the inputs, then the readings, then what is derived
	Given      int           // how many slots a situation holds: inputs and readings
	Nodes      []Node        // tests, each after those it is made of
	Conditions []Clause      // one per condition of the rulebook
	Benefits   []BenefitCode // one per benefit of the rulebook
	Award      []Choosing    // ways to combine; the first that applies counts
	Entangled  []int         // slots that the award depends on in more than one place, in the order to branch on
	Tangles    []Tangle
	Order      []int  // input slots in the order to ask them
	Always     uint64 // readings every answer rests on
	Combined   uint64 // readings the answer rests on once two benefits can pay

	// Limit is how often an assessment may run the program to be exact.
	Limit int

	joints   []jointInput
	short    shortcut
	awarding awarding

	contested []*contest // per way of Award, nil where the award is not found so

	dependents, awardDependents []dependents // per slot: all that hangs on it, and of that what the award hangs on
}

// A Slot is one cell of a situation, or derived from two.
type Slot struct {
	Min, Max int64
	derived  *derivation // nil for inputs and readings
	// Cuts are the values, ascending, at which some test or amount changes;
	// together with Min they start the slot's cells.
	Cuts []int64
}

// A NodeOp is the kind of a Node.
type NodeOp uint8

const (
	Within NodeOp = iota // Lo ≤ value of Slot ≤ Hi
	Among                // the bit of Slot's value is in Set
	Tally                // at least Need of Kids hold
	Not                  // the only one of Kids does not hold
)

// A Node is one step of a test. All and any are a Tally of all and of one.
type Node struct {
	Op     NodeOp
	Slot   int
	Lo, Hi int64
	Set    uint64
	Need   int
	Kids   []int
}

// A Clause is one condition of the program.
type Clause struct {
	Node     int
	Readings uint64
}

// A Tangle names conditions and benefits whose outcome hangs on one of Slots
// in more than one place.
type Tangle struct {
	Slots      []int
	Conditions []int
	Benefits   []int
}

// BenefitCode is one benefit of the program.
type BenefitCode struct {
	Needs    []int      // conditions, all of which must hold
	Priced   []int      // those of Needs that Parts do not already decide
	Parts    []Schedule // what it comes to is their sum, up to Cap; none without an amount
	Cap      int64      // NoLimit for none
	Readings uint64     // rested on unless it is ineligible
	Top      int64      // the most it can come to
	quick    []check    // Priced, for AwardOf

	needNodes, pricedNodes []int // of Needs and Priced
}

// A Schedule is an amount as a function of one slot, or of none when Slot is
// negative: piecewise, never falling within a piece, 0 below the first.
type Schedule struct {
	Slot   int
	Pieces []Piece
}

// A Piece is a stretch of a schedule, from From up to the next piece's From:
// the amount Base, plus Num/Den for every full Every by which the value
// exceeds Origin, rounded down to whole 分.
type Piece struct {
	From     int64
	Base     int64
	Origin   int64
	Every    int64
	Num, Den int64
}

// At returns the piece's amount for the value v.
func (p Piece) At(v int64) int64 {
	if p.Num == 0 {
		return p.Base
	}
	// Split so that no product passes 2^63 where Den is small.
	v = (v - p.Origin) / p.Every
	return p.Base + v/p.Den*p.Num + v%p.Den*p.Num/p.Den
}

// At returns the amount for the value v of the schedule's slot.
func (s *Schedule) At(v int64) int64 {
	for i := len(s.Pieces) - 1; i >= 0; i-- {
		if p := &s.Pieces[i]; v >= p.From {
			return p.At(v)
		}
	}
	return 0
}

// Range returns the least and the greatest amount over the values lo to hi.
func (s *Schedule) Range(lo, hi int64) (least, most int64) {
	least, most = s.At(lo), s.At(lo)
	for i := range s.Pieces {
		p := &s.Pieces[i]
		if p.From > hi {
			break
		}
		last := hi
		if i+1 < len(s.Pieces) {
			last = min(hi, s.Pieces[i+1].From-1)
		}
		if p.From > lo {
			least = min(least, p.At(p.From))
		}
		if last >= lo {
			most = max(most, p.At(last))
		}
	}
	return least, most
}

// Choosing is one way to combine the amounts, in force when the reading in
// Slot is taken as its alternative As; a negative Slot is always in force.
type Choosing struct {
	Slot  int
	As    int64
	Group GroupCode
}

// GroupCode combines benefits and smaller groups: the highest of them, or
// their sum, up to Cap.
type GroupCode struct {
	Sum      bool
	Cap      int64 // NoLimit for none
	Benefits []int
	Groups   []GroupCode
}

// NewSituation returns a situation of which nothing is known, under the
// readings taken.
func (p *Program) NewSituation() Situation {
	s := make(Situation, p.Given)
	for i := range p.Rulebook.Inputs {
		s[i] = Unknown
	}
	return s
}
