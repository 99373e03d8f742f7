package e2e

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"

	"mingce/site/batch"
)

// columnsSeen waits until a list has been read, and says how many of its
// columns were recognised.
func (p *tab) columnsSeen() int {
	p.t.Helper()
	p.eval(`e2e.until(() => !document.querySelector(".check").hidden || !document.querySelector(".fault").hidden)`)
	return get[int](p, `e2e.columns().filter((c) => c && !c.startsWith("不用")).length`)
}

// A list is pulled from the desktop onto the page, which takes it as if it had
// been chosen.
func TestListIsDropped(t *testing.T) {
	file := filepath.Join(t.TempDir(), "名单.csv")
	require.NoError(t, os.WriteFile(file, []byte(list), 0o600))
	p := open(t, serve(t))
	p.batch()
	at := get[[]float64](p, `(() => { const b = document.querySelector(".drop").getBoundingClientRect(); return [b.left + 20, b.top + 20]; })()`)
	for _, kind := range []input.DispatchDragEventType{input.DispatchDragEventTypeDragEnter, input.DispatchDragEventTypeDragOver, input.DispatchDragEventTypeDrop} {
		call(p, input.DispatchDragEvent, input.DispatchDragEventParams{
			Type: kind, X: at[0], Y: at[1], Data: &input.DragData{Items: []*input.DragDataItem{}, Files: []string{file}, DragOperationsMask: 1},
		})
		if kind == input.DispatchDragEventTypeDragOver {
			require.True(t, get[bool](p, `"over" in document.querySelector(".drop").dataset`), "nothing shows that it can be dropped here")
		}
	}
	require.Equal(t, 12, p.columnsSeen())
	require.Contains(t, get[string](p, `document.querySelector(".source").textContent`), "名单.csv")
	p.eval(`e2e.go()`)
	require.Equal(t, "5行", get[map[string]string](p, `e2e.sums()`)["共"])
}

// A list is copied from a workbook and pasted: cells come with tabs between.
func TestListIsPasted(t *testing.T) {
	p := open(t, serve(t))
	p.batch()
	p.eval(`document.querySelector(".drop summary").click()`)
	p.eval(`document.querySelector(".paste").focus()`)
	rows := strings.Join(strings.Split(list, "\n")[1:4], "\r\n")
	call(p, input.InsertText, input.InsertTextParams{Text: strings.ReplaceAll(rows, ",", "\t")})
	p.eval(`document.querySelector(".take").click()`)
	require.Equal(t, 12, p.columnsSeen())
	require.Contains(t, get[string](p, `document.querySelector(".source").textContent`), "2行")
	p.eval(`e2e.go()`)
	require.Equal(t, [][]string{{"甲商贸有限公司", "可得", "60万元", "60万元"}, {"乙网络公司", "不可得", "0元", "0元"}}, get[[][]string](p, `e2e.rows()`))
}

// A reading is taken another way, and the list is answered under it, as the
// command answers it; taken back, as before.
func TestListUnderAnotherReading(t *testing.T) {
	p := open(t, serve(t))
	p.batch()
	file := manyRows(t, 600)
	require.Empty(t, p.hand(file, "a.csv"))
	policy, b := book(t)
	under := func(reading, taken int) string {
		base := policy.Program.NewSituation()
		base[len(policy.Program.Rulebook.Inputs)+reading] = int64(taken)
		table, _, wrong := b.Read("list.csv", file)
		require.Empty(t, wrong)
		var out bytes.Buffer
		_, _, err := batch.Job{Program: policy.Program, Book: b, Base: base}.Run("list.csv", table, &out)
		require.NoError(t, err)
		return out.String()
	}
	turned, different := 0, 0
	for i, r := range policy.Program.Rulebook.Readings {
		if r.Settled || len(r.Alternatives) == 0 {
			continue
		}
		turned++
		p.eval(`document.querySelector("[name=r-" + $0 + "][value='1']").click()`, i)
		p.eval(`e2e.go()`)
		want := under(i, 1)
		require.Equal(t, want, get[[]string](p, `e2e.saved("save")`)[0], r.ID)
		if want != under(i, 0) {
			different++
		}
		p.eval(`document.querySelector("[name=r-" + $0 + "][value='0']").click()`, i)
	}
	require.Positive(t, different, "no reading of %d changes anything", turned)
	p.eval(`e2e.go()`)
	require.Equal(t, command(t, file), get[[]string](p, `e2e.saved("save")`)[0])
}

// A workbook with a password cannot be read, and the page says what to do.
func TestListWithPassword(t *testing.T) {
	p := open(t, serve(t))
	p.batch()
	says := p.hand(encrypted(), "名单.xlsx")
	require.Contains(t, says, "加了密码")
	require.Contains(t, says, "去掉密码")
	require.True(t, get[bool](p, `document.activeElement.matches(".fault")`))
}

// encrypted is what Excel saves under a password: no archive but a compound
// file (MS-CFB) with the streams EncryptionInfo and EncryptedPackage
// (MS-OFFCRYPTO 2.3).
func encrypted() []byte {
	file := make([]byte, 512*4)
	copy(file, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	le := binary.LittleEndian
	le.PutUint16(file[24:], 0x3e)
	le.PutUint16(file[26:], 3)
	le.PutUint16(file[28:], 0xfffe)
	le.PutUint16(file[30:], 9)
	for i, name := range []string{"Root Entry", "EncryptionInfo", "EncryptedPackage"} {
		at := 1024 + 128*i
		for k, unit := range utf16.Encode([]rune(name)) {
			le.PutUint16(file[at+2*k:], unit)
		}
		le.PutUint16(file[at+64:], uint16(2*len(name)+2))
		file[at+66] = []byte{5, 2, 2}[i]
	}
	return file
}

// How long the page is away while a long list is worked through, and how long
// that takes: go test ./site/e2e -run StaysAtHand -measure -v
func TestPageStaysAtHand(t *testing.T) {
	if !*measure {
		t.Skip("no -measure")
	}
	p := open(t, serve(t))
	p.batch()
	require.Empty(t, p.hand(manyRows(t, 100_000), "many.csv"))
	p.do(chromedp.Sleep(1e9))
	for range 5 {
		p.eval(`e2e.watchTasks()`)
		took := get[float64](p, `e2e.go()`)
		t.Logf("100 000 rows in %.0f ms; the page was away for at most %s; load %s", took, fmt.Sprintf("%.0f ms", get[float64](p, `e2e.longest`)), load())
	}
}
