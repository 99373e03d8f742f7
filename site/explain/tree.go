// Package explain says why an assessment came out as it did: one tree of
// steps, from the award down to the applicant's own figures, each step with
// its clause, its quote and words in plain Chinese.
//
// [Explain] makes the tree. [Tree.Text] prints it with indentation for the
// command line; a page or a template walks the same structs, which also are
// JSON. Nothing is computed here that package calc has not computed: the words
// are about its answer. Quantities are exact, as package phrase says them.
package explain

// A Kind says what a step is about.
type Kind string

// The kinds of steps, outermost first.
const (
	Award     Kind = "award"     // what the applicant gets
	Principle Kind = "principle" // 就高, 一票否决, …: how a principle worked on it
	Benefit   Kind = "benefit"   // one benefit
	Condition Kind = "condition" // one condition of a benefit
	Amount    Kind = "amount"    // what the benefit comes to
	Change    Kind = "change"    // what would raise it
	Reading   Kind = "reading"   // a reading it rests on, or another award under its alternative
	Question  Kind = "question"  // what is still to be asked
)

// A State says how a step came out.
type State string

// The states of a step; a step that merely informs has none.
const (
	Met       State = "met"
	Failed    State = "failed"
	Open      State = "open"      // hangs on what the applicant has not said
	Authority State = "authority" // hangs on what an authority decides: 待认定
)

// A Step is one node of the tree.
type Step struct {
	Kind   Kind   `json:"kind"`
	ID     string `json:"id,omitempty"` // of the rule: a benefit's, a condition's, …
	State  State  `json:"state,omitempty"`
	Title  string `json:"title,omitempty"` // what the rule says, whoever applies
	Words  string `json:"words,omitempty"` // what it means for this applicant
	Clause string `json:"clause,omitempty"`
	Quote  string `json:"quote,omitempty"`
	Steps  []Step `json:"steps,omitempty"`
}

// A Tree explains one assessment.
type Tree struct {
	Award      Step   `json:"award"`
	Note       string `json:"note,omitempty"`       // what holds but could be said more closely; the page does not know
	Principles []Step `json:"principles,omitempty"` // that worked on the award
	Benefits   []Step `json:"benefits"`             // in the policy's order; under each its conditions, amount, changes
	Changes    []Step `json:"changes,omitempty"`    // single changes that would raise the award
	Questions  []Step `json:"questions,omitempty"`  // in the order to ask
	Readings   []Step `json:"readings,omitempty"`   // in the policy's order
}
