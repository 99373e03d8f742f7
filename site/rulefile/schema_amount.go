package rulefile

import (
	"mingce/site/problem"
	"mingce/site/toml"
)

// pricing is the one form of amount a benefit may have, and how it is paid.
type pricing struct {
	forms
	Total       *total                `toml:"total"`
	Instalments toml.At[[]instalment] `toml:"instalments"`
}

// forms are those an amount or a part of one may have.
type forms struct {
	Fixed   *fixed    `toml:"fixed"`
	Tiers   *tiers    `toml:"tiers"`
	Share   *share    `toml:"share"`
	Each    *each     `toml:"each"`
	Bands   *bands    `toml:"bands"`
	Options *byOption `toml:"options"`
}

type fixed struct {
	Pos     problem.Pos       `toml:"-pos"`
	Pay     toml.Any          `toml:"pay,required"`
	Clause  toml.At[string]   `toml:"clause"`
	Quote   toml.At[string]   `toml:"quote,required"`
	RestsOn []toml.At[string] `toml:"rests_on"`
}

type tiers struct {
	Pos     problem.Pos       `toml:"-pos"`
	Of      toml.At[string]   `toml:"of,required"`
	Steps   toml.At[[]step]   `toml:"steps,required"`
	RestsOn []toml.At[string] `toml:"rests_on"`
}

type step struct {
	Pos     problem.Pos     `toml:"-pos"`
	AtLeast toml.Any        `toml:"at_least,required"`
	Under   toml.Any        `toml:"under"`
	Pay     toml.Any        `toml:"pay,required"`
	Clause  toml.At[string] `toml:"clause"`
	Quote   toml.At[string] `toml:"quote,required"`
}

type share struct {
	Pos        problem.Pos       `toml:"-pos"`
	Of         toml.At[string]   `toml:"of,required"`
	Rate       toml.Any          `toml:"rate,required"`
	Clause     toml.At[string]   `toml:"clause"`
	Quote      toml.At[string]   `toml:"quote,required"`
	Above      toml.Any          `toml:"above"`
	AboveQuote toml.At[string]   `toml:"above_quote"`
	Floor      toml.Any          `toml:"floor"`
	FloorQuote toml.At[string]   `toml:"floor_quote"`
	Cap        toml.Any          `toml:"cap"`
	CapQuote   toml.At[string]   `toml:"cap_quote"`
	RestsOn    []toml.At[string] `toml:"rests_on"`
}

// each pays for every full step of what it measures.
type each struct {
	Pos      problem.Pos       `toml:"-pos"`
	Of       toml.At[string]   `toml:"of,required"`
	Every    toml.Any          `toml:"every,required"`
	Pay      toml.Any          `toml:"pay,required"`
	Clause   toml.At[string]   `toml:"clause"`
	Quote    toml.At[string]   `toml:"quote,required"`
	Cap      toml.Any          `toml:"cap"`
	CapQuote toml.At[string]   `toml:"cap_quote"`
	RestsOn  []toml.At[string] `toml:"rests_on"`
}

// bands take a share of each part of a sum.
type bands struct {
	Pos     problem.Pos       `toml:"-pos"`
	Of      toml.At[string]   `toml:"of,required"`
	Parts   toml.At[[]band]   `toml:"parts,required"`
	RestsOn []toml.At[string] `toml:"rests_on"`
}

type band struct {
	Pos    problem.Pos     `toml:"-pos"`
	Above  toml.Any        `toml:"above,required"`
	UpTo   toml.Any        `toml:"up_to"`
	Rate   toml.Any        `toml:"rate,required"`
	Clause toml.At[string] `toml:"clause"`
	Quote  toml.At[string] `toml:"quote,required"`
}

// byOption pays by the option chosen.
type byOption struct {
	Pos     problem.Pos         `toml:"-pos"`
	Of      toml.At[string]     `toml:"of,required"`
	Pays    toml.At[[]optioned] `toml:"pays,required"`
	RestsOn []toml.At[string]   `toml:"rests_on"`
}

type optioned struct {
	Pos    problem.Pos     `toml:"-pos"`
	Is     toml.At[string] `toml:"is,required"`
	Pay    toml.Any        `toml:"pay,required"`
	Clause toml.At[string] `toml:"clause"`
	Quote  toml.At[string] `toml:"quote,required"`
}

// A total adds up parts, each of a form of its own.
type total struct {
	Pos      problem.Pos     `toml:"-pos"`
	Parts    toml.At[[]part] `toml:"parts,required"`
	Clause   toml.At[string] `toml:"clause"`
	Cap      toml.Any        `toml:"cap"`
	CapQuote toml.At[string] `toml:"cap_quote"`
}

type part struct {
	Pos problem.Pos `toml:"-pos"`
	forms
}

type instalment struct {
	Pos    problem.Pos     `toml:"-pos"`
	Year   toml.At[int64]  `toml:"year,required"`
	Rate   toml.Any        `toml:"rate,required"`
	Clause toml.At[string] `toml:"clause"`
	Quote  toml.At[string] `toml:"quote,required"`
}
