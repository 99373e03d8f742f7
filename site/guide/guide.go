package guide

import (
	"mingce/calc"
	"mingce/site/cite"
	"mingce/site/problem"
	"mingce/site/toml"
)

// A Guide is how to get what a policy grants.
type Guide struct {
	Routes    []Route
	Others    []Other
	Materials Materials
	Rules     []Rule
}

// A Route is the way an application takes.
type Route struct {
	ID, Name, Who string
	Benefits      []string // ids
	Steps         []Step
}

// A Step is one station of a route: what is done, by whom.
type Step struct {
	Name, By string
	Cite     calc.Citation
}

// An Other is benefits that take no route of the text.
type Other struct {
	Benefits []string // ids
	By       string   // who decides; empty where the text does not say
	Cite     calc.Citation
	Note     string
}

// Materials is what to hand in.
type Materials struct {
	Note string
	Cite calc.Citation // zero where the text is silent
}

// A Rule is what the text says of the money.
type Rule struct {
	Name string
	Cite calc.Citation
}

// Route finds the route of a benefit; nil for one that takes none.
func (g *Guide) Route(benefit string) *Route {
	for i := range g.Routes {
		for _, id := range g.Routes[i].Benefits {
			if id == benefit {
				return &g.Routes[i]
			}
		}
	}
	return nil
}

// Other finds what is said of a benefit that takes no route; nil else.
func (g *Guide) Other(benefit string) *Other {
	for i := range g.Others {
		for _, id := range g.Others[i].Benefits {
			if id == benefit {
				return &g.Others[i]
			}
		}
	}
	return nil
}

type file struct {
	Routes    []route   `toml:"route"`
	Others    []other   `toml:"other"`
	Materials materials `toml:"materials,required"`
	Rules     []rule    `toml:"rule"`
}

type route struct {
	Pos      problem.Pos       `toml:"-pos"`
	ID       toml.At[string]   `toml:"id,required"`
	Name     toml.At[string]   `toml:"name,required"`
	Who      toml.At[string]   `toml:"who,required"`
	Benefits []toml.At[string] `toml:"benefits"`
	Steps    []step            `toml:"step"`
}

type step struct {
	cite.Source
	Name toml.At[string] `toml:"name,required"`
	By   toml.At[string] `toml:"by,required"`
}

// free is a source that may be left out.
type free struct {
	Clause toml.At[string] `toml:"clause"`
	Quote  toml.At[string] `toml:"quote"`
}

type other struct {
	free
	Benefits toml.At[[]toml.At[string]] `toml:"benefits,required"`
	By       toml.At[string]            `toml:"by"`
	Note     toml.At[string]            `toml:"note,required"`
}

type materials struct {
	free
	Note toml.At[string] `toml:"note,required"`
}

type rule struct {
	cite.Source
	Name toml.At[string] `toml:"name,required"`
}
