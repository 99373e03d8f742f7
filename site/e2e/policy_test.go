package e2e

import (
	"os"
	"testing"
	"testing/fstest"

	"github.com/chromedp/cdproto/emulation"
	"github.com/stretchr/testify/require"

	"mingce/site"
)

// A word that is explained brings its explanation, gives the focus back, and
// without script leads to the page of all.
func TestTermIsExplained(t *testing.T) {
	p := open(t, serve(t))
	p.visit(textPage)
	for _, id := range []string{"o2o", "b2b", "b2c", "c2c", "c2b", "maker-space"} {
		require.True(t, get[bool](p, `!!document.querySelector("a.t[href$='#" + $0 + "']")`, id), id)
	}
	p.eval(`(document.querySelector("a.t[href$='#o2o']").focus(), document.activeElement.click())`)
	p.eval(`e2e.until(() => document.querySelector(".tip"))`)
	require.Contains(t, get[string](p, `document.querySelector(".tip").textContent`), "线上到线下")
	require.Empty(t, p.axe())
	p.press("\u001b")
	require.Equal(t, "O2O", get[string](p, `document.activeElement.textContent`))
	require.False(t, get[bool](p, `!!document.querySelector(".tip")`))

	call(p, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	address := get[string](p, `document.querySelector("a.t[href$='#o2o']").href`)
	p.visitAddress(address)
	require.Contains(t, get[string](p, `document.querySelector(":target").textContent`), "线上到线下")
}

// A clause can be cited: title, number, clause and address, ready to paste.
func TestClauseIsCited(t *testing.T) {
	s := serve(t)
	p := open(t, s)
	p.visit(textPage)
	p.eval(`Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => { globalThis.copied = text; } } })`)
	p.eval(`document.querySelector("#c3-2-1 .p").click()`)
	require.Equal(t, "#c3-2-1", get[string](p, `location.hash`))
	want := "《大庆市人民政府关于加快电子商务发展促进全民创业的指导意见》（庆政发〔2015〕23号）三(二)1"
	require.Equal(t, []string{want, s.at(textPage + "#c3-2-1")}, get[[]string](p, `Array.from(document.querySelectorAll(".tip p"), (e) => e.textContent)`))
	require.Empty(t, p.axe())
	p.eval(`Array.from(document.querySelectorAll(".tip button")).find((b) => b.textContent === "复制引用").click()`)
	p.eval(`e2e.until(() => document.querySelector(".tip [role=status]").textContent)`)
	require.Equal(t, "已复制", get[string](p, `document.querySelector(".tip [role=status]").textContent`))
	require.Equal(t, want+"\n"+s.at(textPage+"#c3-2-1"), get[string](p, `copied`))
}

// amended is the content with a document that amends the policy.
func amended(t *testing.T) *site.Output {
	t.Helper()
	m := fstest.MapFS{}
	require.NoError(t, copyInto(m, os.DirFS("../../content")))
	name := "policies/" + policyID + "/policy.md"
	m[name] = &fstest.MapFile{Data: replaced(t, m[name].Data,
		"validity = \"unknown\"", "validity = \"amended\"\nvalidity_since = 2020-01-01",
		"validity_note = \"文件未写明施行日期和有效期;发展目标的年限为2020年\"\n", "")}
	m["policies/newer/policy.md"] = &fstest.MapFile{Data: []byte(`+++
title = "大庆市人民政府关于修改一项意见的通知"
number = "庆政发〔2019〕9号"
issuer = "大庆市人民政府"
signed = 2019-12-01
validity = "in_force"

[[related]]
relation = "amends"
title = "大庆市人民政府关于加快电子商务发展促进全民创业的指导意见"
number = "庆政发〔2015〕23号"
+++
大庆市人民政府关于修改一项意见的通知
庆政发〔2019〕9号
各县、区人民政府:
一、修改内容
修改一处。
大庆市人民政府
2019年12月1日
`)}
	out, problems := site.Build(m, site.Options{})
	require.NoError(t, problems.Err())
	return out
}

// A document that was amended says so above its text, on screen and on paper,
// names what amended it, and stays readable; the other names it in turn.
func TestAmendedDocumentSaysSo(t *testing.T) {
	p := open(t, serveSite(t, amended(t)))
	p.visit(textPage)
	notice := get[string](p, `document.querySelector(".notice").innerText`)
	require.Contains(t, notice, "自2020年1月1日起已被修改")
	require.Contains(t, notice, "庆政发〔2019〕9号")
	require.Equal(t, p.s.at("policies/newer/"), get[string](p, `document.querySelector(".notice a").href`))
	require.Contains(t, get[string](p, `document.querySelector("article").innerText`), "一次性奖励40万元")
	require.Contains(t, p.print(), squeeze("自2020年1月1日起已被修改"))
	require.Empty(t, p.axe())
	p.visit("policies/newer/")
	require.Equal(t, p.s.at(textPage), get[string](p, `document.querySelector(".related a").href`))
	require.Contains(t, get[string](p, `document.querySelector(".related").innerText`), "修改")
}

// Without script the text, the terms, the marks and the related documents are
// there, and nothing that would do nothing.
func TestPolicyWithoutScript(t *testing.T) {
	p := open(t, serve(t))
	call(p, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	p.visit(textPage)
	require.Empty(t, get[[]string](p, `Array.from(document.querySelectorAll("button"), (e) => e.checkVisibility() ? e.textContent : "").filter(Boolean)`))
	require.True(t, get[bool](p, `document.querySelector(".related").checkVisibility()`))
	require.True(t, get[bool](p, `document.querySelector(".p").checkVisibility()`))
}
