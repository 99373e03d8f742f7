package e2e

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/chromedp/cdproto/audits"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
)

// A watch notes what a tab asks of the network and what goes wrong in it.
type watch struct {
	origin string

	mu       sync.Mutex
	requests []string
	faults   []string
}

// event is called by the browser, one event after the other.
func (w *watch) event(ev any) {
	switch e := ev.(type) {
	case *network.EventRequestWillBeSent:
		w.request(e.Request.URL)
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError || e.Entry.Level == log.EntryLevelWarning {
			w.fault("console: %s %s %s", e.Entry.Level, e.Entry.Text, e.Entry.URL)
		}
	case *runtime.EventConsoleAPICalled:
		switch e.Type {
		case runtime.ConsoleAPICalledTypeError, runtime.ConsoleAPICalledTypeWarning, runtime.ConsoleAPICalledTypeAssert:
			w.fault("console: %s %s", e.Type, words(e.Args))
		}
	case *runtime.EventExceptionThrown:
		w.fault("uncaught: %s", exception(e.ExceptionDetails))
	case *audits.EventIssueAdded:
		w.issue(e.Issue)
	}
}

func (w *watch) request(url string) {
	w.mu.Lock()
	w.requests = append(w.requests, url)
	w.mu.Unlock()
	for _, inside := range []string{w.origin + "/", "about:", "data:", "blob:" + w.origin} {
		if strings.HasPrefix(url, inside) {
			return
		}
	}
	w.fault("request to elsewhere: %s", url)
}

func (w *watch) fault(format string, args ...any) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.faults = append(w.faults, fmt.Sprintf(format, args...))
}

// asked is every address requested so far.
func (w *watch) asked() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return slices.Clone(w.requests)
}

// take returns what went wrong so far and forgets it.
func (w *watch) take() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	faults := w.faults
	w.faults = nil
	return faults
}

func (w *watch) issue(i *audits.InspectorIssue) {
	if g := i.Details.GenericIssueDetails; g != nil && g.ErrorType == audits.GenericIssueErrorTypeNavigationEntryMarkedSkippable {
		return // a test went to an address within the page, not a person
	}
	details, err := json.Marshal(i.Details)
	w.fault("issue: %s %s %v", i.Code, details, err)
}

func words(args []*runtime.RemoteObject) string {
	var b strings.Builder
	for _, a := range args {
		fmt.Fprintf(&b, "%s %s ", a.Value, a.Description)
	}
	return b.String()
}

func exception(d *runtime.ExceptionDetails) string {
	if d.Exception != nil {
		return d.Text + " " + d.Exception.Description
	}
	return d.Text
}
