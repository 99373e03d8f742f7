package opendata

import (
	"github.com/go-json-experiment/json/jsontext"

	"mingce/calc"
	"mingce/site/rulefile"
)

// worked is a case as JSON. Its situation is a line for "mingce assess".
type worked struct {
	Name      string                    `json:"name"`
	Why       string                    `json:"why"`
	Situation map[string]jsontext.Value `json:"situation"`          // what is not here is unknown
	Readings  map[string]string         `json:"readings,omitempty"` // turned to an alternative
	Min       jsontext.Value            `json:"min"`                // 元
	Max       jsontext.Value            `json:"max"`
	Pays      []string                  `json:"pays,omitempty"`
	Asks      []string                  `json:"asks,omitempty"`
	States    map[string]string         `json:"states,omitempty"`
	RestsOn   []string                  `json:"restsOn,omitempty"` // all readings the answer rests on

	Instalments map[string][]yearPay `json:"instalments,omitempty"` // by benefit
}

// A yearPay is what is paid in a year.
type yearPay struct {
	Year int            `json:"year"`
	Yuan jsontext.Value `json:"yuan"`
}

// Cases writes the worked cases of a rulebook as JSON.
func Cases(rb *calc.Rulebook, version string, cases []rulefile.Case) ([]byte, error) {
	v := struct {
		Policy  string   `json:"policy"`
		Version string   `json:"version"`
		Cases   []worked `json:"cases"`
	}{Policy: rb.ID, Version: version}
	for i := range cases {
		v.Cases = append(v.Cases, workedCase(rb, &cases[i]))
	}
	return encode(v)
}

func workedCase(rb *calc.Rulebook, c *rulefile.Case) worked {
	w := worked{Name: c.Name, Why: c.Why, Min: yuan(c.Min), Max: yuan(c.Max), Situation: map[string]jsontext.Value{}}
	for i, in := range rb.Inputs {
		if v := c.Situation[i]; v != calc.Unknown {
			w.Situation[in.ID] = value(in.Kind, in.Options, int64(v))
		}
	}
	for i, r := range rb.Readings {
		if v := c.Situation[len(rb.Inputs)+i]; v > 0 && int(v) <= len(r.Alternatives) {
			if w.Readings == nil {
				w.Readings = map[string]string{}
			}
			w.Readings[r.ID] = r.Alternatives[v-1].ID
		}
	}
	for _, b := range c.Pays {
		w.Pays = append(w.Pays, rb.Benefits[b].ID)
	}
	for _, in := range c.Asks {
		w.Asks = append(w.Asks, rb.Inputs[in].ID)
	}
	for _, s := range c.States {
		if w.States == nil {
			w.States = map[string]string{}
		}
		w.States[rb.Benefits[s.Benefit].ID] = s.Status.String()
	}
	for _, r := range c.RestsOn {
		w.RestsOn = append(w.RestsOn, rb.Readings[r].ID)
	}
	for _, s := range c.Instalments {
		if w.Instalments == nil {
			w.Instalments = map[string][]yearPay{}
		}
		id := rb.Benefits[s.Benefit].ID
		for _, y := range s.Years {
			w.Instalments[id] = append(w.Instalments[id], yearPay{y.Year, yuan(y.Pay)})
		}
	}
	return w
}
