// Package dev previews the site: it serves what was built, builds again when
// the content changes, and tells the open pages to load again. While the
// content has problems they are shown as a page, and the last good site stays
// at hand. Nothing is written to a disk.
package dev

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strconv"
	"time"

	"mingce/site/output"
	"mingce/site/problem"
)

// Options says what is previewed.
type Options struct {
	Build  func() (*output.Site, problem.List) // builds the site from its content
	Source func(file string) []byte            // the content of a file named by a problem; may be nil
	Watch  string                              // the content folder on disk; empty: never build again
	Port   int                                 // the port to try first; 8080 if zero
	Out    io.Writer                           // where to say what happens
}

// Serve builds and serves the site on 127.0.0.1 until ctx ends.
func Serve(ctx context.Context, opts Options) error {
	listener, err := listen(opts)
	if err != nil {
		return err
	}
	p := &preview{opts: opts, listeners: map[chan struct{}]bool{}}
	p.rebuild()
	base := "/"
	if s := p.now().site; s != nil {
		base = s.BasePath
	}
	fmt.Fprintf(opts.Out, "网站预览:http://%s%s\n按 Ctrl+C 结束\n", listener.Addr(), base)
	if opts.Watch != "" {
		stop, err := watch(opts.Watch, p.rebuild)
		if err != nil {
			fmt.Fprintf(opts.Out, "看不到内容文件夹的改动(%v):改动后请重新运行\n", err)
		} else {
			defer stop()
		}
	}
	server := &http.Server{
		Handler: p.handler(), ReadHeaderTimeout: 10 * time.Second,
		BaseContext: func(net.Listener) context.Context { return ctx },
	}
	done := make(chan error, 1)
	go func() { done <- server.Serve(listener) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	}
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), 3*time.Second)
	defer cancel()
	return errors.Join(server.Shutdown(grace), closed(<-done))
}

// closed drops the error that says only that the server was asked to stop.
func closed(err error) error {
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

// listen takes the first free port.
func listen(opts Options) (net.Listener, error) {
	first := opts.Port
	if first == 0 {
		first = 8080
	}
	for port := first; port < first+100; port++ {
		l, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
		if err == nil {
			if port != first {
				fmt.Fprintf(opts.Out, "端口 %d 已被占用,改用 %d\n", first, port)
			}
			return l, nil
		}
	}
	return nil, fmt.Errorf("端口 %d 到 %d 都被占用", first, first+99)
}
