// Package policy reads an official document (policy.md) into its parts.
package policy
