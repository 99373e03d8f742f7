package versions

import "mingce/site/policy"

// A Change is one place that is otherwise in the newer version.
type Change struct {
	ID  string // of the clause; "" for lines outside the clauses
	Ref string // as people write it; 开头 or 结尾 outside the clauses
	Was string // "" if the place is new
	Is  string // "" if it is gone
}

// Compare lists what changed, in the order of the newer version; what is gone
// comes after what stood before it.
func Compare(was, is *policy.Document) []Change {
	old, now := places(was), places(is)
	byKey := map[string]place{}
	for _, p := range old {
		byKey[p.key] = p
	}
	kept := map[string]bool{}
	for _, p := range now {
		kept[p.key] = true
	}
	var out []Change
	next := 0 // of old
	gone := func(until string) {
		for ; next < len(old); next++ {
			if p := old[next]; !kept[p.key] {
				out = append(out, Change{p.id, p.ref, p.text, ""})
			} else if p.key == until {
				next++
				return
			} else if until != "" {
				return
			}
		}
	}
	for _, p := range now {
		before, had := byKey[p.key]
		if had {
			gone(p.key)
		}
		if before.text != p.text {
			out = append(out, Change{p.id, p.ref, before.text, p.text})
		}
	}
	gone("")
	return out
}

// A place is a clause, or the lines before or after all clauses.
type place struct{ key, id, ref, text string }

func places(d *policy.Document) []place {
	out := []place{{"head", "", "开头", joined(d.Head)}}
	for c := range d.Clauses() {
		text := c.Line()
		for _, p := range c.Paragraphs {
			text += "\n" + p.Text
		}
		out = append(out, place{"#" + c.ID, c.ID, c.Ref, text})
	}
	return append(out, place{"tail", "", "结尾", joined(d.Tail)})
}

func joined(lines []policy.Paragraph) (text string) {
	for i, l := range lines {
		if i > 0 {
			text += "\n"
		}
		text += l.Text
	}
	return text
}
