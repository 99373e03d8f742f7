package answer

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"mingce/calc"
)

// longestLine is how long a line may be, in bytes. A real one has under two
// thousand; the bound keeps memory flat whatever is sent.
const longestLine = 1 << 20

// A Job answers one stream of applicants.
type Job struct {
	Program  *calc.Program
	Readings map[string]string // alternatives taken, by reading
	Explain  bool
}

// Run answers line by line, in order, in constant memory. It returns the
// number of bad lines; err is about the stream as a whole.
func (j Job) Run(r io.Reader, w io.Writer) (bad int, err error) {
	dec, err := NewDecoder(j.Program, j.Readings)
	if err != nil {
		return 0, err
	}
	enc := NewEncoder(j.Program, j.Explain)
	in, out := bufio.NewReaderSize(r, 1<<16), bufio.NewWriterSize(w, 1<<16)
	s, a := j.Program.NewSituation(), j.Program.NewAssessment()
	var text, b []byte
	for line := 1; ; line++ {
		var long bool
		text, long, err = readLine(in, text[:0])
		if text = bytes.TrimPrefix(text, []byte("\ufeff")); len(bytes.TrimSpace(text)) > 0 || long {
			var wrong error
			if long {
				wrong = fmt.Errorf("the line is longer than %d bytes", longestLine)
			} else {
				s, wrong = dec.Decode(text, s)
			}
			if wrong != nil {
				bad++
				b = enc.AppendError(b[:0], line, wrong)
			} else {
				j.Program.Assess(s, a)
				b = enc.Append(b[:0], line, s, a)
			}
			if _, werr := out.Write(b); werr != nil {
				return bad, werr
			}
		}
		if errors.Is(err, io.EOF) {
			return bad, out.Flush()
		}
		if err != nil {
			return bad, errors.Join(err, out.Flush())
		}
	}
}

// readLine appends the next line to b. A line that is too long is read to its
// end but not kept.
func readLine(r *bufio.Reader, b []byte) (line []byte, long bool, err error) {
	for {
		part, err := r.ReadSlice('\n')
		if !long {
			b = append(b, part...)
			long = len(b) > longestLine
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return b, long, err
		}
	}
}

// quote writes a JSON string without escaping what HTML would need.
func quote(s string) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(s); err != nil {
		return []byte(`""`) // unreachable: a string always encodes
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}
