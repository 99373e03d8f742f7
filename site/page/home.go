package page

import "strings"

// A Home is the first page: what the site is, and the two ways into it.
type Home struct {
	Frame
	Heading  string
	Sentence string
	Lead     *Doc // the policy it leads to; nil while there is none
	Awards   []Award
	Ways     []Link   // other pages on the policy
	Updates  []Update // the latest, newest first; only what has a day
}

// An Update is something that was published on a day.
type Update struct {
	Date, Text, To string
}

// A Doc is a policy as lists show it.
type Doc struct {
	ID, Title, Number, Issuer, Signed string
	Address                           string
	Sheet                             string // address of its calculator; empty without rules
}

// Card is the address of the 明白卡 of a benefit.
func (d Doc) Card(benefit string) string { return d.Address + "benefits/" + benefit + "/" }

// Glance is the address of the policy in one picture, where it has rules.
func (d Doc) Glance() string { return d.Address + "at-a-glance/" }

// Guide is the address of how to apply under the policy, where it has a guide.
func (d Doc) Guide() string { return "guide/#" + d.ID }

// Try is the address of the calculator with answers given, such as
// applicant=enterprise, to the rules of a version: the form of link that the
// calculator itself makes (js/link.js). Without answers it is the calculator's.
func (d Doc) Try(version string, answers ...string) string {
	if len(answers) == 0 {
		return d.Sheet
	}
	return d.Sheet + "#~rules=" + version + "&" + strings.Join(answers, "&")
}

// An Award is one benefit as a row.
type Award struct {
	Name, Who, Most string
	Address         string
}
