// Package picture looks at the images of an article before they are
// published: that they are what their name says, not larger than a page on a
// phone can bear, and tell nothing their author did not mean to tell.
//
// PNG, JPEG, GIF and WebP are published as they are. The size given is the one
// shown: a photograph that says it was taken upright is turned.
package picture

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"path"
	"slices"
	"strings"

	"golang.org/x/image/webp"
)

// What an image may be at most.
const (
	MostBytes = 500_000
	MostSide  = 4000 // pixels
)

// An Info is what is known of an image.
type Info struct {
	Ext           string // ".png"
	Width, Height int    // in pixels, as shown
}

// An Error says what is wrong with an image and what to do.
type Error struct{ Text, Hint string }

func (e *Error) Error() string { return e.Text + ";" + e.Hint }

// A format is one kind of image.
type format struct {
	name   string
	exts   []string
	decode func(io.Reader) (image.Config, error)
}

func formats() []format {
	return []format{
		{"png", []string{".png"}, png.DecodeConfig},
		{"jpg", []string{".jpg", ".jpeg"}, jpeg.DecodeConfig},
		{"gif", []string{".gif"}, gif.DecodeConfig},
		{"webp", []string{".webp"}, webp.DecodeConfig},
	}
}

// is finds the format of an image, whatever it is called.
func is(body []byte) (image.Config, string, error) {
	var first error
	for _, f := range formats() {
		c, err := f.decode(bytes.NewReader(body))
		if err == nil {
			return c, f.name, nil
		}
		first = err
	}
	return image.Config{}, "", first
}

// Inspect looks at an image. The error is an [*Error].
func Inspect(name string, body []byte) (Info, error) {
	ext := strings.ToLower(path.Ext(name))
	k := slices.IndexFunc(formats(), func(f format) bool { return slices.Contains(f.exts, ext) })
	if k < 0 {
		return Info{}, &Error{"不能用这种图片:" + path.Base(name), "另存为 png、jpg 或 webp"}
	}
	want := formats()[k].name
	c, found, err := is(body)
	switch {
	case err != nil:
		return Info{}, &Error{"打不开图片 " + path.Base(name), "它可能没有存完整;重新导出一次"}
	case found != want:
		return Info{}, &Error{"图片 " + path.Base(name) + " 其实是 " + found + " 格式", "把扩展名改成 ." + found + ",或另存为 " + want}
	case len(body) > MostBytes:
		return Info{}, &Error{fmt.Sprintf("图片 %s 有 %dKB,太大", path.Base(name), len(body)/1000), fmt.Sprintf("缩小或压缩到 %dKB 以内;手机上看,宽1500像素就够", MostBytes/1000)}
	case c.Width > MostSide || c.Height > MostSide || c.Width == 0 || c.Height == 0:
		return Info{}, &Error{fmt.Sprintf("图片 %s 是 %d×%d 像素", path.Base(name), c.Width, c.Height), fmt.Sprintf("每边不超过 %d 像素", MostSide)}
	}
	info := Info{ext, c.Width, c.Height}
	if found == "jpg" {
		turned, located := exif(body)
		if located {
			return Info{}, &Error{"照片 " + path.Base(name) + " 里记有拍摄的位置", "另存一份不带位置信息的,或截图后再用"}
		}
		if turned {
			info.Width, info.Height = info.Height, info.Width
		}
	}
	return info, nil
}

// exif reads of a JPEG whether it is shown on its side, and whether it names
// the place where it was taken.
func exif(body []byte) (turned, located bool) {
	for at := 2; at+4 <= len(body) && body[at] == 0xff && body[at+1] != 0xda; {
		n := int(binary.BigEndian.Uint16(body[at+2:])) + 2
		if n < 4 || at+n > len(body) {
			return turned, located
		}
		if s := body[at+4 : at+n]; body[at+1] == 0xe1 && bytes.HasPrefix(s, []byte("Exif\x00\x00")) {
			t, l := directory(s[6:])
			turned, located = turned || t, located || l
		}
		at += n
	}
	return turned, located
}

// The tags of a first directory that matter here.
const (
	orientation = 0x0112 // 5 to 8 are on their side
	gps         = 0x8825
)

// directory reads the first directory of a TIFF.
func directory(s []byte) (turned, located bool) {
	if len(s) < 8 {
		return false, false
	}
	var order binary.ByteOrder = binary.LittleEndian
	if s[0] == 'M' {
		order = binary.BigEndian
	}
	at := int(order.Uint32(s[4:]))
	if at < 8 || at+2 > len(s) {
		return false, false
	}
	for i := range int(order.Uint16(s[at:])) {
		e := at + 2 + 12*i
		if e+12 > len(s) {
			break
		}
		switch order.Uint16(s[e:]) {
		case orientation:
			turned = order.Uint16(s[e+8:]) >= 5
		case gps:
			located = true
		}
	}
	return turned, located
}
