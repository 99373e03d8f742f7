package diff

import (
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/calc"
	"mingce/calc/calctest"
)

// What another reading would cost is what adding up award after award under it
// gives, of applicants of whom all or not all is known, more than fit one
// chunk; a version without the reading stays as it is.
func TestBudgetsUnderOtherReadings(t *testing.T) {
	was := compiled(t, nil)
	is := compiled(t, func(rb *calc.Rulebook) { benefitOf(rb, "park-startup").Amount.Fixed = 150 * wan })
	r := rand.New(rand.NewPCG(1, 5))
	people := make([]Applicant, chunk+300)
	for i := range people {
		s := calctest.Near(r, was, []int{0, 0, 0, 0, 0, 0, 0, 20}[i%8])
		people[i] = Applicant{Line: i + 1, Was: s, Is: s}
	}
	c := Compare(was, is, people)
	require.Len(t, c.Readings, 4, "every alternative moves the budget of so many")
	readings := was.Rulebook.Readings
	n, a := len(was.Rulebook.Inputs), was.NewAssessment()
	for _, other := range c.Readings {
		least, most := new(big.Int), new(big.Int)
		for i := range people {
			s := append(calc.Situation{}, people[i].Was...)
			for k := range readings {
				if len(readings[k].Alternatives) > 0 && readings[k].Alternatives[0].Text == other.Text {
					s[n+k] = 1
				}
			}
			was.Assess(s, a)
			least.Add(least, big.NewInt(a.Award.Min))
			most.Add(most, big.NewInt(a.Award.Max))
		}
		require.Zero(t, least.Cmp(other.Was.Least), other.Text)
		require.Zero(t, most.Cmp(other.Was.Most), other.Text)
	}
	var out strings.Builder
	require.NoError(t, c.Write(&out))
	require.Contains(t, out.String(), "\n  按另一种读法“启动资金性质不同,可另得(相加)”:原规则")

	require.Empty(t, Compare(was, is, people[:0]).Readings)
}

// Where another reading changes nothing for the applicants, nothing is said.
func TestReadingsThatChangeNothing(t *testing.T) {
	p := compiled(t, nil)
	s := p.NewSituation()
	for i := range p.Rulebook.Inputs {
		s[i] = p.Slots[i].Min // an enterprise of which nothing is true
	}
	require.Empty(t, Compare(p, p, []Applicant{{Was: s, Is: s}}).Readings)
}
