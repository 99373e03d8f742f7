package page

// A Home is the first page: what the site is, and the two ways into it.
type Home struct {
	Frame
	Heading  string
	Sentence string
	Lead     *Doc // the policy it leads to; nil while there is none
	Awards   []Award
}

// A Doc is a policy as lists show it.
type Doc struct {
	ID, Title, Number, Issuer, Signed string
	Address                           string
	Sheet                             string // address of its calculator; empty without rules
}

// An Award is one benefit as a row.
type Award struct {
	Name, Who, Most string
	Address         string
}

// A List is the page of all policies.
type List struct {
	Frame
	Docs []Doc
}
