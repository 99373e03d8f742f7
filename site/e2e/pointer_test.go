package e2e

import (
	"strings"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
)

// drag pulls the point of the chart so many pixels to the right, with the
// mouse; swipe does it with a finger.
func (p *player) drag(rest string) {
	p.t.Helper()
	p.pull(rest, func(kind string, x, y float64) {
		of := map[string]input.DispatchMouseEventType{"down": input.DispatchMouseEventTypeMousePressed, "move": input.DispatchMouseEventTypeMouseMoved, "up": input.DispatchMouseEventTypeMouseReleased}
		held := int64(1)
		if kind == "up" {
			held = 0
		}
		call(p.tab, input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: of[kind], X: x, Y: y, Button: input.MouseButtonLeft, Buttons: held, ClickCount: 1})
	})
}

func (p *player) swipe(rest string) {
	p.t.Helper()
	call(p.tab, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: true})
	p.pull(rest, func(kind string, x, y float64) {
		of := map[string]input.DispatchTouchEventType{"down": input.DispatchTouchEventTypeTouchStart, "move": input.DispatchTouchEventTypeTouchMove, "up": input.DispatchTouchEventTypeTouchEnd}
		at := []*input.TouchPoint{{X: x, Y: y}}
		if kind == "up" {
			at = []*input.TouchPoint{}
		}
		call(p.tab, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: of[kind], TouchPoints: at})
	})
}

// pull presses on the point, moves in steps as a hand does, and lets go.
func (p *player) pull(rest string, do func(kind string, x, y float64)) {
	p.t.Helper()
	way := float64(number(p.t, strings.TrimPrefix(rest, "+")))
	at := get[[]float64](p.tab, `e2e.point()`)
	do("down", at[0], at[1])
	for i := range 10 {
		do("move", at[0]+way*float64(i+1)/10, at[1])
		time.Sleep(10 * time.Millisecond)
	}
	do("up", at[0]+way, at[1])
}
