package answer

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/calc"
)

// shop is a rulebook with an input of every kind.
func shop(t testing.TB) *calc.Program {
	t.Helper()
	p, err := calc.Compile(&calc.Rulebook{
		ID: "shop",
		Inputs: []calc.Input{
			{ID: "owner", Kind: calc.Choice, Max: 1, Options: []calc.Option{{ID: "firm"}, {ID: "person"}}},
			{ID: "licensed", Kind: calc.Bool, Max: 1},
			{ID: "sales", Kind: calc.Money, Max: 1e15},
			{ID: "floor", Kind: calc.Area, Max: 1e11},
			{ID: "share", Kind: calc.Percent, Max: 10_000},
			{ID: "staff", Kind: calc.Count, Min: 1, Max: 1000},
			{ID: "open", Kind: calc.Months, Max: 1200},
		},
		Readings: []calc.Reading{
			{ID: "licence", Alternatives: []calc.Option{{ID: "waived"}, {ID: "strict"}}},
			{ID: "settled", Settled: true},
		},
		Conditions: []calc.Condition{
			{ID: "licensed", Words: "有“执照”", Cite: calc.Citation{Clause: "c1", Quote: "持<照>"}, Test: calc.Test{
				Op: calc.OpAny, Of: []calc.Test{
					{Op: calc.OpOneOf, Input: "licensed", Values: []int64{1}},
					{Op: calc.OpReading, Reading: "licence", Alternative: "waived"},
				}}, Readings: []string{"licence"}},
			{ID: "rest", Test: calc.Test{Op: calc.OpAll, Of: []calc.Test{
				{Op: calc.OpOneOf, Input: "owner", Values: []int64{0}},
				{Op: calc.OpBound, Input: "floor", Bound: calc.Bound{At: 5000}},
				{Op: calc.OpBound, Input: "share", Bound: calc.Bound{At: 3000}},
				{Op: calc.OpBound, Input: "staff", Bound: calc.Bound{At: 10}},
				{Op: calc.OpBound, Input: "open", Bound: calc.Bound{At: 12}},
			}}},
		},
		Benefits: []calc.Benefit{
			{ID: "growth", Needs: []string{"licensed"}, Amount: &calc.Amount{Input: "sales", Tiers: []calc.Tier{
				{From: 1_000_00, Under: 2_000_00, Pay: 50_00}, {From: 2_000_00, Under: calc.NoLimit, Pay: 99_50},
			}}},
			{ID: "advice", Needs: []string{"rest"}},
		},
		Combination: calc.Combination{Group: calc.Group{Members: []string{"growth"}}},
	})
	require.NoError(t, err)
	return p
}

func decoder(t testing.TB, readings map[string]string) *Decoder {
	t.Helper()
	d, err := NewDecoder(shop(t), readings)
	require.NoError(t, err)
	return d
}

func TestDecode(t *testing.T) {
	const u = calc.Unknown
	for line, want := range map[string]calc.Situation{
		`{}`: {u, u, u, u, u, u, u, 0, 0},
		` { "owner" : "person" , "licensed" : false } `:             {1, 0, u, u, u, u, u, 0, 0},
		`{"owner":null,"licensed":null,"sales":null}`:               {u, u, u, u, u, u, u, 0, 0},
		`{"sales":0,"floor":0.5,"share":30.25,"staff":7,"open":12}`: {u, u, 0, 50, 3025, 7, 12, 0, 0},
		`{"sales":1e13,"staff":1e3,"\u006fpen":1.0}`:                {u, u, 1e15, u, u, 1000, 1, 0, 0},
	} {
		got, err := decoder(t, nil).Decode([]byte(line), nil)
		require.NoError(t, err, line)
		require.Equal(t, want, got, line)
	}
}

func TestDecodeRefuses(t *testing.T) {
	d := decoder(t, nil)
	for line, want := range map[string]string{
		`{"zzz":1}`:                     `unknown key "zzz"`,
		`{"sale":1}`:                    `unknown key "sale", did you mean "sales"?`,
		`{"Sales":1}`:                   `unknown key "Sales", did you mean "sales"?`,
		`{"sales":"1"}`:                 `sales: "1" is not a number`,
		`{"sales":true}`:                `sales: true is not a number`,
		`{"sales":[[[1]]]}`:             `sales: a list is not a number`,
		`{"sales":{"a":1}}`:             `sales: an object is not a number`,
		`{"licensed":1}`:                `licensed: 1 is not true or false`,
		`{"licensed":"true"}`:           `licensed: "true" is not true or false`,
		`{"owner":"company"}`:           `owner: "company" is not one of firm, person`,
		`{"owner":0}`:                   `owner: 0 is not one of firm, person`,
		`{"sales":-0.01}`:               `sales: -0.01 is below 0`,
		`{"sales":10000000000000.01}`:   `sales: 10000000000000.01 is above 10000000000000`,
		`{"sales":1e400}`:               `sales: 1e400 is above 10000000000000`,
		`{"sales":1.005}`:               `sales: 1.005 has more than two decimals`,
		`{"share":100.01}`:              `share: 100.01 is above 100`,
		`{"staff":0}`:                   `staff: 0 is below 1`,
		`{"staff":1.5}`:                 `staff: 1.5 is not a whole number`,
		`{"sales":1,"sales":1}`:         `sales: given twice`,
		`{"sales":1,"s\u0061les":null}`: `sales: given twice`,
		`{"sales":1} {}`:                `more than one value on the line`,
		`{"sales":1}x`:                  `more than one value on the line`,
		`[]`:                            `not a JSON object`,
		`null`:                          `not a JSON object`,
		`{"sales":1`:                    `broken JSON: the line ends too early`,
		`{"sales":`:                     `broken JSON: the line ends too early`,
	} {
		_, err := d.Decode([]byte(line), nil)
		require.EqualError(t, err, want, line)
	}
	for _, line := range []string{`{"sales":1,}`, `{"sales":01}`, `{"sales":.5}`, `{"sales":NaN}`, `{sales:1}`, `{'sales':1}`, `{"sales" 1}`, `{"sales":1 "open":1}`, `x`, "\ufeff{}"} {
		_, err := d.Decode([]byte(line), nil)
		require.ErrorContains(t, err, "broken JSON", line)
	}
}

// A message stays short whatever is sent.
func TestDecodeRefusesBriefly(t *testing.T) {
	d := decoder(t, nil)
	long := strings.Repeat("9", 100_000)
	for _, line := range []string{
		`{"` + long + `":1}`, `{"owner":"` + long + `"}`, `{"sales":` + long + `}`, `{"sales":"` + long + `"}`,
		`{"sales":` + strings.Repeat("[", 100_000) + `}`, strings.Repeat("{", 100_000),
	} {
		_, err := d.Decode([]byte(line), nil)
		require.Error(t, err)
		require.Less(t, len(err.Error()), 200)
	}
}

func TestReadings(t *testing.T) {
	s, err := decoder(t, map[string]string{"licence": "strict"}).Decode([]byte(`{}`), nil)
	require.NoError(t, err)
	require.Equal(t, int64(2), s[7])
	for id, want := range map[string]string{
		"licence": `解释口径 licence 没有 "x" 这种读法;可选:waived、strict`,
		"settled": `解释口径 settled 没有其他读法`,
		"nothing": `没有 "nothing" 这个解释口径`,
	} {
		_, err := NewDecoder(shop(t), map[string]string{id: "x"})
		require.EqualError(t, err, want)
	}
}

// FuzzDecode: nothing panics; only valid JSON objects are accepted; what was accepted, written again, is
// accepted as the same situation; and the answer is one line of JSON.
func FuzzDecode(f *testing.F) {
	for _, line := range []string{
		`{}`, `{"owner":"firm","licensed":true,"sales":250000000.01,"floor":1.5,"share":30,"staff":12,"open":12}`,
		`{"sales":1e3,"staff":null}`, `{"sales":01}`, `{"sales":1.}`, `{"sales":1.234}`, `{"sales":10000000000000000.5}`, `{"share":100.01}`, ` { } `, `{"open":1.0,}`,
		`{"sales":12345678901234567}`, `{"licensed":truely}`, `{"owner":"fi\u0072m"}`,
		`{"sales":-5}`, `{"sales":1,"sales":2}`, `{"sales":[{"a":[]}]}`, `{"sales":1`, `[]`, "\ufeff{}", "{\"\xff\":1}",
	} {
		f.Add([]byte(line))
	}
	p := shop(f)
	d, err := NewDecoder(p, nil)
	require.NoError(f, err)
	enc := NewEncoder(p, true)
	f.Fuzz(func(t *testing.T, line []byte) {
		s, err := d.Decode(line, nil)
		if err != nil {
			require.True(t, json.Valid(enc.AppendError(nil, 1, err)))
			return
		}
		require.True(t, json.Valid(line))
		again, err := d.Decode(write(p, s), nil)
		require.NoError(t, err)
		require.Equal(t, s, again)
		a := p.NewAssessment()
		p.Assess(s, a)
		out := enc.Append(nil, 1, s, a)
		require.True(t, json.Valid(out))
		require.Equal(t, len(out)-1, strings.IndexByte(string(out), '\n'))
	})
}

// write is the line that says what a situation holds.
func write(p *calc.Program, s calc.Situation) []byte {
	b := []byte{'{'}
	for i := range p.Rulebook.Inputs {
		in := &p.Rulebook.Inputs[i]
		if s[i] == calc.Unknown {
			continue
		}
		b = append(append(comma(b, len(b)-1), quote(in.ID)...), ':')
		switch in.Kind {
		case calc.Bool:
			b = append(b, [...]string{"false", "true"}[s[i]]...)
		case calc.Choice:
			b = append(b, quote(in.Options[s[i]].ID)...)
		default:
			b = appendNumber(b, s[i], in.Kind.Scale())
		}
	}
	return append(b, '}')
}
