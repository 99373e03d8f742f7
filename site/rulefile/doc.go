// Package rulefile reads rules.toml.
package rulefile
