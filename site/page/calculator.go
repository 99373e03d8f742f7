package page

import "mingce/site/explain/wording"

// A Calculator is the decision sheet of a policy: every question, condition,
// tier, principle and reading in words. The page is complete as it stands;
// where scripts run, the module answers on the same elements.
type Calculator struct {
	Frame
	Manual
	Module     Resource
	Single     *OneFile
	Later      map[string]Resource // scripts loaded when they are asked for, by name
	Book       *wording.Book       // what the script says, and when
	Groups     []Group
	Common     []Condition // needed by several benefits: cited once
	Benefits   []Benefit
	Principles []Principle
	Readings   []Reading
	Apply      *HowTo // nil where nothing is known of how to apply
}

// HowTo is how to apply for what the sheet grants.
type HowTo struct {
	Guide  string // address of the page on it; empty for none
	Paths  []Path
	Papers string // what to hand in
	Cite   Cite
}

// A Path is how some of the benefits are applied for.
type Path struct {
	Name  string
	For   string // their places in the rules' order, separated by blanks
	Steps []Stop
	Note  string
	Cite  Cite // of the note
}

// A Stop is one station of a path.
type Stop struct {
	Name, By string
	Cite     Cite
}

// A Group is questions under one heading.
type Group struct {
	Name      string
	Questions []Question
}

// A Question is one input of the rules.
type Question struct {
	ID       string
	Index    int  // in the rules' order
	Who      bool // who the applicant is and does; asked before all else
	Kind     string
	Ask      string
	Help     string
	How      string // how a number may be written
	Mode     string // the keyboard a phone shows for it
	Unit     string
	By       string // the authority that decides it
	Cite     Cite   // the words for which it is asked
	For      string // the benefits it decides on, in words
	Min, Max int64
	Scale    int64
	Options  []Option // of a question that is answered by choosing
}

// Tall reports whether the options stand one below the other.
func (q Question) Tall() bool { return q.Kind == "choice" }

// An Option is one answer to choose. Value is that of the assess contract: the
// id of an option, true, false; or ? for someone who does not know.
type Option struct {
	Value, Text string
	Note        string // what an applicant of this kind can get; only where that tells them apart
}

// A Cite is the words a rule stands on and where they are.
type Cite struct {
	Ref, Address, Quote string
}

// A Benefit is one entry of the ledger.
type Benefit struct {
	ID, Name, Who, Gives string
	Index                int
	Cite                 Cite
	Amount               *Amount // nil: it carries no amount of its own
	CaseByCase           *Cite   // the words by which each case is decided by itself; nil for others
	Common, Needs        []Condition
}

// An Amount is how much a benefit comes to: one sum, or a table.
type Amount struct {
	Cites []Cite // of a fixed sum or a share, which the benefit says in words
	Of    string // what the tiers measure
	Tiers []Tier
	Parts []Amount // added up
}

// A Tier is one row of the table.
type Tier struct {
	Words, Pay string
	Cite       Cite
}

// A Condition is something that must hold.
type Condition struct {
	ID    string
	Index int
	Words string
	By    string
	Cite  Cite
}

// A Principle decides between benefits, or against all of them.
type Principle struct {
	Name      string
	Words     string
	Condition string // index of the condition that invokes it; empty for the choice between benefits
	Cite      Cite
}

// A Reading is how a place that the text leaves open is read here.
type Reading struct {
	ID, Text, Basis string
	Index           int
	Settled         bool
	Cite            Cite
	Alternatives    []Option
}

// Turns reports whether the reader may take it another way.
func (r Reading) Turns() bool { return !r.Settled && len(r.Alternatives) > 0 }

// An OneFile is the page as one file that works by itself.
type OneFile struct {
	Address string // relative to the site
	Size    string // in words
}
