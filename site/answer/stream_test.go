package answer

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"
)

// run answers a stream of the shop.
func run(t testing.TB, in io.Reader) (out string, bad int) {
	t.Helper()
	var b bytes.Buffer
	bad, err := Job{Program: shop(t)}.Run(in, &b)
	require.NoError(t, err)
	return b.String(), bad
}

// lines are the numbers that the answers bear, with ! after a bad one.
func lines(t testing.TB, out string) (list []string) {
	t.Helper()
	for l := range strings.Lines(out) {
		var a struct {
			Line  int
			Error string
		}
		require.NoError(t, json.Unmarshal([]byte(l), &a), l)
		mark := ""
		if a.Error != "" {
			mark = "!"
		}
		list = append(list, fmt.Sprint(a.Line, mark))
	}
	return list
}

func TestAnswer(t *testing.T) {
	out, bad := run(t, strings.NewReader(`{"licensed":true,"sales":1999.99,"owner":"person"}`))
	require.Zero(t, bad)
	require.Equal(t, `{"line":1,"award":{"status":"eligible","min":50,"max":50,"benefits":["growth"]},`+
		`"benefits":[{"id":"growth","status":"eligible","min":50,"max":50},{"id":"advice","status":"ineligible","min":null,"max":null}],`+
		`"questions":[],"interpretations":["licence"]}`+"\n", out)
}

func TestExplain(t *testing.T) {
	var b bytes.Buffer
	bad, err := Job{Program: shop(t), Explain: true}.Run(strings.NewReader(`{"licensed":true,"sales":1999.99}`), &b)
	require.NoError(t, err)
	require.Zero(t, bad)
	require.Contains(t, b.String(), `{"id":"growth","status":"eligible","min":50,"max":50,`+
		`"conditions":[{"id":"licensed","holds":true,"clause":"c1","quote":"持<照>","text":"有“执照”"}],`+
		`"nearest":{"input":"sales","from":1999.99,"to":2000,"amount":99.5}}`)
	require.Contains(t, b.String(), `"holds":null`)
	require.Contains(t, b.String(), `"nearest":null`)
}

func TestRunNumbersEveryLine(t *testing.T) {
	for name, c := range map[string]struct {
		in   string
		want []string
	}{
		"in order":            {"{}\nx\n{}\n", []string{"1", "2!", "3"}},
		"empty lines count":   {"\n{}\n \t\r\n\n{}\n\n", []string{"2", "5"}},
		"no line end at last": {"{}\n{}", []string{"1", "2"}},
		"CRLF":                {"{}\r\n{}\r\n", []string{"1", "2"}},
		"mark at the start":   {"\ufeff{}\n{}", []string{"1", "2"}},
		"mark elsewhere":      {"{}\n\ufeff{}", []string{"1", "2!"}},
		"half a mark":         {"\xef\xbb", []string{"1!"}},
		"only a mark":         {"\ufeff", nil},
		"nothing":             {"", nil},
		"too long":            {"{}\n{" + strings.Repeat(" ", longestLine) + "}\n{}", []string{"1", "2!", "3"}},
		"just not too long":   {"{" + strings.Repeat(" ", longestLine-2) + "}\r\n{}", []string{"1", "2"}},
	} {
		t.Run(name, func(t *testing.T) {
			out, bad := run(t, strings.NewReader(c.in))
			require.Equal(t, c.want, lines(t, out))
			require.Equal(t, strings.Count(strings.Join(c.want, ""), "!"), bad)
			bytewise, _ := run(t, iotest.OneByteReader(strings.NewReader(c.in)))
			require.Equal(t, out, bytewise)
		})
	}
}

// Who waits for an answer before writing the next line gets it.
func TestRunAnswersBeforeItWaits(t *testing.T) {
	in, questions := io.Pipe()
	answers, out := io.Pipe()
	done := make(chan error, 1)
	go func() {
		_, err := Job{Program: shop(t)}.Run(in, out)
		done <- errors.Join(err, out.Close())
	}()
	b := make([]byte, 1<<16)
	for i := range 3 {
		_, err := io.WriteString(questions, "{}\n")
		require.NoError(t, err)
		n, err := answers.Read(b)
		require.NoError(t, err)
		require.Equal(t, []string{fmt.Sprint(i + 1)}, lines(t, string(b[:n])))
	}
	require.NoError(t, questions.Close())
	_, err := answers.Read(b)
	require.ErrorIs(t, err, io.EOF)
	require.NoError(t, <-done)
}

// errTorn is what a stream that breaks off reports in these tests.
var errTorn = errors.New("torn")

func TestRunSaysThatTheStreamBroke(t *testing.T) {
	var out bytes.Buffer
	in := io.MultiReader(strings.NewReader("{}\n{"), iotest.ErrReader(errTorn))
	_, err := Job{Program: shop(t)}.Run(in, &out)
	require.ErrorIs(t, err, errTorn)
	require.Equal(t, []string{"1"}, lines(t, out.String()))

	_, err = Job{Program: shop(t)}.Run(strings.NewReader("{}\n"), failing{})
	require.ErrorIs(t, err, errTorn)
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errTorn }
