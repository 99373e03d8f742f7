package main

import (
	"bufio"
	"context"
	"io"
	"net"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// serve builds the site, says its address, answers there and nowhere else,
// takes the next port when the first is in use, and ends when it is told to.
func TestServe(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer taken.Close()
	port := taken.Addr().(*net.TCPAddr).Port

	ctx, stop := context.WithCancel(t.Context())
	screen, out := io.Pipe()
	ended := make(chan int, 1)
	go func() {
		ended <- run(ctx, env{nil, out, out}, []string{"serve", "--port", strconv.Itoa(port), "--base-path", "/zc/"})
		out.Close()
	}()
	lines := bufio.NewScanner(screen)
	require.True(t, lines.Scan())
	require.Regexp(t, "端口 "+strconv.Itoa(port)+" 已被占用,改用 [0-9]+", lines.Text())
	require.True(t, lines.Scan())
	address := regexp.MustCompile(`http://127\.0\.0\.1:[0-9]+/zc/$`).FindString(lines.Text())
	require.NotEmpty(t, address, lines.Text())
	go func() {
		for lines.Scan() { // so that serve never waits for us
		}
	}()

	for path, want := range map[string]int{"": 200, "policies/qzf-2015-23/calculator/": 200, "nowhere/": 404} {
		response, err := http.Get(address + path)
		require.NoError(t, err)
		body, err := io.ReadAll(response.Body)
		require.NoError(t, err)
		require.NoError(t, response.Body.Close())
		require.Equal(t, want, response.StatusCode, path)
		require.True(t, strings.HasPrefix(string(body), "<!DOCTYPE html>"), path)
	}
	stop()
	require.Equal(t, done, <-ended)
}
