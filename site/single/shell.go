package single

import (
	_ "embed" // shell.html
	"html/template"
	"strings"
)

//go:embed shell.html
var shellText string

func shell() *template.Template {
	return template.Must(template.New("shell").Parse(strings.ReplaceAll(shellText, "\n", "")))
}
