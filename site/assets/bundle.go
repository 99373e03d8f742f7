package assets

import (
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"strings"

	"github.com/evanw/esbuild/pkg/api"

	"mingce/site/parts"
)

// bundles joins each of some styles and scripts with all it imports, minified.
// What several import is read once.
func bundles(entries []string) (map[string][]byte, error) {
	out := map[string][]byte{}
	for _, format := range []api.Format{api.FormatESModule, api.FormatIIFE} {
		var of []api.EntryPoint
		for _, e := range entries {
			if strings.HasSuffix(e, ".classic.js") == (format == api.FormatIIFE) {
				of = append(of, api.EntryPoint{InputPath: e, OutputPath: strings.TrimSuffix(e, path.Ext(e))})
			}
		}
		if len(of) == 0 {
			continue
		}
		if err := join(out, of, format); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// join bundles entries of one format.
func join(out map[string][]byte, entries []api.EntryPoint, format api.Format) error {
	result := api.Build(api.BuildOptions{
		EntryPointsAdvanced: entries,
		Outdir:              "/",
		AbsWorkingDir:       "/",
		Bundle:              true,
		MinifyWhitespace:    true,
		MinifyIdentifiers:   true,
		MinifySyntax:        true,
		Charset:             api.CharsetUTF8,
		Format:              format,
		Target:              api.ES2020,
		LegalComments:       api.LegalCommentsNone,
		Plugins:             []api.Plugin{embedded()},
		LogLevel:            api.LogLevelSilent,
	})
	if len(result.Errors) > 0 {
		m := result.Errors[0]
		if m.Location != nil {
			return fmt.Errorf("%s:%d:%d: %s", m.Location.File, m.Location.Line, m.Location.Column+1, m.Text)
		}
		return fmt.Errorf("bundling: %s", m.Text)
	}
	for _, f := range result.OutputFiles {
		out[strings.TrimPrefix(filepath.ToSlash(f.Path), "/")] = f.Contents
	}
	return nil
}

// classic turns a module into a script that puts what it exports into a
// variable.
func classic(module []byte, variable string) ([]byte, error) {
	result := api.Transform(string(module), api.TransformOptions{
		Format: api.FormatIIFE, GlobalName: variable, Target: api.ES2020, Charset: api.CharsetUTF8,
		MinifyWhitespace: true, MinifySyntax: true, LogLevel: api.LogLevelSilent,
	})
	if len(result.Errors) > 0 {
		return nil, fmt.Errorf("turning a module into a script: %s", result.Errors[0].Text)
	}
	return result.Code, nil
}

// embedded lets the bundler read the files inside this program instead of a
// disk.
func embedded() api.Plugin {
	return api.Plugin{Name: "embedded", Setup: func(b api.PluginBuild) {
		b.OnResolve(api.OnResolveOptions{Filter: ".*"}, func(a api.OnResolveArgs) (api.OnResolveResult, error) {
			at := path.Clean(a.Path)
			if strings.HasPrefix(a.Path, ".") {
				at = path.Join(path.Dir(a.Importer), a.Path)
			}
			return api.OnResolveResult{Path: at, Namespace: "embedded"}, nil
		})
		b.OnLoad(api.OnLoadOptions{Filter: ".*", Namespace: "embedded"}, func(a api.OnLoadArgs) (api.OnLoadResult, error) {
			at, asText := strings.CutSuffix(a.Path, "?text")
			text, err := source(at)
			if err != nil {
				return api.OnLoadResult{}, err
			}
			loader := api.LoaderJS
			switch {
			case asText: // a script takes it along, to use when it is asked to
				loader, text = api.LoaderText, strings.Join(strings.Fields(text), " ")
			case path.Ext(at) == ".css":
				loader = api.LoaderCSS
			}
			return api.OnLoadResult{Contents: &text, Loader: loader}, nil
		})
	}}
}

// source is the text of a file by its place in the tree of styles and scripts.
func source(at string) (string, error) {
	name, part := strings.CutPrefix(at, "parts/")
	if !part {
		text, err := files.ReadFile(at)
		return string(text), err
	}
	if ext, all := strings.CutPrefix(name, "*"); all {
		return everyPart(ext), nil
	}
	text, err := fs.ReadFile(parts.Files(), name)
	return string(text), err
}

// everyPart takes in the file with an extension of each part that has one.
func everyPart(ext string) string {
	var b strings.Builder
	for _, p := range parts.Table() {
		if p.Has(ext) {
			if ext == ".css" {
				b.WriteByte('@')
			}
			fmt.Fprintf(&b, "import \"parts/%s/%s%s\";\n", p.Name, p.Name, ext)
		}
	}
	return b.String()
}
