package departments

import (
	"mingce/calc"
	"mingce/site/cite"
	"mingce/site/toml"
)

// Departments is who answers for what under a policy.
type Departments struct {
	Clause   string // id of the clause in which the departments stand
	Posts    []Post
	Duties   []Duty // in the order of the text
	Subjects []Subject
}

// A Post is who leads or decides, in the words of the text.
type Post struct {
	Name string
	Cite calc.Citation
}

// A Duty is what one department, or several together, answer for.
type Duty struct {
	Of       []string // names, as they stand before the colon
	Cite     calc.Citation
	Subjects []string // ids
}

// A Subject is what duties are about.
type Subject struct {
	ID, Name string
	Clauses  []string // ids of the clauses that are about it
}

type file struct {
	Clause   toml.At[string]   `toml:"clause,required"`
	Subjects toml.Map[subject] `toml:"subject"`
	Duties   []duty            `toml:"duty"`
	Posts    []post            `toml:"post"`
}

type subject struct {
	Name    toml.At[string]   `toml:"name,required"`
	Clauses []toml.At[string] `toml:"clauses"`
}

type duty struct {
	cite.Source
	Of       toml.At[[]toml.At[string]] `toml:"of,required"`
	Subjects toml.At[[]toml.At[string]] `toml:"subjects,required"`
}

type post struct {
	cite.Source
	Name toml.At[string] `toml:"name,required"`
}
