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

// Run answers line by line, in order, in constant memory. Whenever it must
// wait for input, all answers so far have been written: a person at a terminal
// and a program at the other end of a pipe see each as soon as it can be had.
// It returns the number of bad lines; err is about the stream as a whole.
func (j Job) Run(r io.Reader, w io.Writer) (bad int, err error) {
	dec, err := NewDecoder(j.Program, j.Readings)
	if err != nil {
		return 0, err
	}
	out := bufio.NewWriterSize(w, 1<<16)
	in := bufio.NewReaderSize(flushing{r, out}, 1<<16)
	if err := skipMark(in); err != nil {
		return 0, err
	}
	a := &answerer{
		dec: dec, enc: NewEncoder(j.Program, j.Explain),
		s: j.Program.NewSituation(), a: j.Program.NewAssessment(),
	}
	var text []byte
	for line := 1; ; line++ {
		var long bool
		text, long, err = readLine(in, text[:0])
		if err != nil && !errors.Is(err, io.EOF) {
			return a.bad, errors.Join(err, out.Flush())
		}
		if _, werr := out.Write(a.answer(line, text, long)); werr != nil {
			return a.bad, werr
		}
		if err != nil {
			return a.bad, out.Flush()
		}
	}
}

// A flushing reader writes out what is waiting before it waits itself.
type flushing struct {
	r   io.Reader
	out *bufio.Writer
}

func (f flushing) Read(b []byte) (int, error) {
	if err := f.out.Flush(); err != nil {
		return 0, err
	}
	return f.r.Read(b)
}

// skipMark passes over the byte order mark that some editors put before the
// first line. Anywhere else it is not JSON.
func skipMark(in *bufio.Reader) error {
	const mark = "\ufeff"
	for n := range len(mark) {
		b, err := in.Peek(n + 1)
		if errors.Is(err, io.EOF) || err == nil && b[n] != mark[n] {
			return nil
		}
		if err != nil {
			return err
		}
	}
	_, err := in.Discard(len(mark))
	return err
}

// An answerer answers one line at a time, in memory that it uses again.
type answerer struct {
	dec *Decoder
	enc *Encoder
	s   calc.Situation
	a   *calc.Assessment
	buf []byte
	bad int
}

// answer is the line that answers a line: none for an empty one.
func (a *answerer) answer(line int, text []byte, long bool) []byte {
	a.buf = a.buf[:0]
	if len(bytes.Trim(text, " \t\r\n")) == 0 && !long {
		return nil
	}
	err := fmt.Errorf("the line is longer than %d bytes", longestLine)
	if !long {
		a.s, err = a.dec.Decode(text, a.s)
	}
	if err != nil {
		a.bad++
		a.buf = a.enc.AppendError(a.buf, line, err)
		return a.buf
	}
	a.dec.p.Assess(a.s, a.a)
	a.buf = a.enc.Append(a.buf, line, a.s, a.a)
	return a.buf
}

// readLine appends the next line to b, without its end. A line that is too
// long is read to its end but not kept.
func readLine(r *bufio.Reader, b []byte) (line []byte, long bool, err error) {
	for {
		part, err := r.ReadSlice('\n')
		if !long {
			b = append(b, part...)
			long = len(bytes.TrimRight(b, "\r\n")) > longestLine
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return bytes.TrimSuffix(b, []byte("\n")), long, err
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
