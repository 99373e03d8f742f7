package assets

import (
	"fmt"
	"path"

	"github.com/evanw/esbuild/pkg/api"
)

// bundle joins one style or script with all it imports, minified.
func bundle(entry string) ([]byte, error) {
	result := api.Build(api.BuildOptions{
		EntryPoints:       []string{entry},
		Bundle:            true,
		MinifyWhitespace:  true,
		MinifyIdentifiers: true,
		MinifySyntax:      true,
		Charset:           api.CharsetUTF8,
		Format:            api.FormatESModule,
		Target:            api.ES2020,
		LegalComments:     api.LegalCommentsNone,
		Plugins:           []api.Plugin{embedded()},
		LogLevel:          api.LogLevelSilent,
	})
	if len(result.Errors) > 0 {
		m := result.Errors[0]
		if m.Location != nil {
			return nil, fmt.Errorf("%s:%d:%d: %s", m.Location.File, m.Location.Line, m.Location.Column+1, m.Text)
		}
		return nil, fmt.Errorf("bundling %s: %s", entry, m.Text)
	}
	return result.OutputFiles[0].Contents, nil
}

// embedded lets the bundler read the files inside this program instead of a
// disk.
func embedded() api.Plugin {
	return api.Plugin{Name: "embedded", Setup: func(b api.PluginBuild) {
		b.OnResolve(api.OnResolveOptions{Filter: ".*"}, func(a api.OnResolveArgs) (api.OnResolveResult, error) {
			at := path.Clean(a.Path)
			if a.Kind != api.ResolveEntryPoint {
				at = path.Join(path.Dir(a.Importer), a.Path)
			}
			return api.OnResolveResult{Path: at, Namespace: "embedded"}, nil
		})
		b.OnLoad(api.OnLoadOptions{Filter: ".*", Namespace: "embedded"}, func(a api.OnLoadArgs) (api.OnLoadResult, error) {
			text, err := files.ReadFile(a.Path)
			if err != nil {
				return api.OnLoadResult{}, err
			}
			contents, loader := string(text), api.LoaderJS
			if path.Ext(a.Path) == ".css" {
				loader = api.LoaderCSS
			}
			return api.OnLoadResult{Contents: &contents, Loader: loader}, nil
		})
	}}
}
