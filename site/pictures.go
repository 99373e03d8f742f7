package site

import (
	"crypto/sha256"
	"errors"
	"io/fs"
	"path"
	"regexp"
	"strings"

	"mingce/site/article"
	"mingce/site/assets"
	"mingce/site/markdown"
	"mingce/site/output"
	pic "mingce/site/picture"
)

// A picture is an image of an article, or why it cannot be one.
type picture struct {
	markdown.Picture
	Sum [sha256.Size]byte
	err error
}

// stem is what of an image's name may stand in an address.
var stem = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// publishPictures reads the images that articles name and publishes them.
func (b *builder) publishPictures(all *content) {
	b.pictures = map[string]picture{}
	for _, a := range all.articles {
		for _, name := range a.Images {
			place := path.Join(string(a.Column), name)
			if _, seen := b.pictures[place]; seen {
				continue
			}
			p := b.readPicture(all, place, name)
			b.pictures[place] = p
		}
	}
}

// readPicture reads one image.
func (b *builder) readPicture(all *content, place, name string) picture {
	if strings.ContainsAny(name, `/\:`) {
		return picture{err: &pic.Error{Text: "图片要放在文章所在的文件夹里", Hint: "只写文件名,如 ![图上是什么](flow.png)"}}
	}
	body, err := fs.ReadFile(b.content, place)
	if err != nil {
		return picture{err: &pic.Error{Text: "没有图片 " + name, Hint: "把图片放进 " + all.at(path.Dir(place)) + ",核对文件名"}}
	}
	info, err := pic.Inspect(name, body)
	if err != nil {
		return picture{err: err}
	}
	base := strings.TrimSuffix(name, path.Ext(name))
	if !stem.MatchString(base) {
		base = "image"
	}
	a := assets.New(base, info.Ext, body)
	sum := sha256.Sum256(body)
	b.files = append(b.files, output.File{
		Path: a.Path, Kind: output.Asset, Source: all.at(place),
		Render: func() ([]byte, error) {
			body, problems := b.again(place, all.at(place), sum)
			return body, problems.Err()
		},
		Inputs: func() any { return sum },
	})
	return picture{markdown.Picture{Address: a.Path, Width: info.Width, Height: info.Height}, sum, nil}
}

// picture finds the images of a folder.
func (b *builder) picture(dir string) func(name string) (markdown.Picture, error) {
	return func(name string) (markdown.Picture, error) {
		p, ok := b.pictures[path.Join(dir, name)]
		if !ok {
			return markdown.Picture{}, errors.New("认不出这张图片的名称;写成 ![图上是什么](文件名)")
		}
		return p.Picture, p.err
	}
}

// picturesOf are the images of an article, for its inputs.
func (b *builder) picturesOf(a *article.Article) (out []any) {
	for _, name := range a.Images {
		p := b.pictures[path.Join(string(a.Column), name)]
		out = append(out, name, p.Picture, p.Sum)
	}
	return out
}
